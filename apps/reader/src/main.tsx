import { render } from 'preact'
import { App } from './app.tsx'
import { reflectSettings } from './settings/settings.ts'
import { startScrollMemory } from './shell/scroll-memory.ts'
import './styles/app.css'

const place = document.getElementById('app')
if (!place) throw new Error('Cannot find element "app"')
reflectSettings(document.documentElement)
startScrollMemory()
render(<App />, place)
