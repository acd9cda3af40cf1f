/** Tells a person where to look; log lines are for machines. */
export function welcome(address: string, isSample: boolean): void {
  const lines = [
    '',
    `  Newsbraid runs: ${address}`,
    '',
    `    Events      ${address}/`,
    `    Queues      ${address}/admin/queues`,
    `    API         ${address}/docs`,
    `    Reader app  ${address}/feeds/top.atom`,
    '',
    ...(isSample
      ? [
          '  It shows sample outlets written for it; events appear within a minute.',
          '  Your own: FEEDS=my.opml npm start, or add sources on the Sources page.',
          '',
        ]
      : []),
  ]
  process.stdout.write(lines.join('\n') + '\n')
}
