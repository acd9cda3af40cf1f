import { spawnSync } from 'node:child_process'

/** Whether a program is on this machine. */
export const hasProgram = (program: string): boolean => spawnSync(program, ['--version']).status === 0
