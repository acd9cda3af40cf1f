import os from 'node:os'

/** Who uses the command, for what is kept with a correction. */
export const userName = (): string => {
  try {
    return os.userInfo().username
  } catch {
    // A container may run as a user that has no name
    return 'cli'
  }
}
