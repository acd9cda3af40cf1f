#!/usr/bin/env node
import '../../../dist/apps/cli/main.js'
