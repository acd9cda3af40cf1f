// The containers' healthcheck, without curl: ends with 0 when this container's service answers 200, else with 1.
// The path may be given: /healthz (it runs; the default) or /readyz (it reaches store and queue, too).
import http from 'node:http'

const { HOST, PORT } = process.env
const anywhere = !HOST || HOST === '0.0.0.0' || HOST === '::'
const request = http.get(
  {
    host: anywhere ? '127.0.0.1' : HOST,
    port: PORT || 3000,
    path: process.argv[2] ?? '/healthz',
    timeout: 4000,
    agent: false,
  },
  (response) => {
    response.resume()
    process.exitCode = response.statusCode === 200 ? 0 : 1
  },
)
request.on('timeout', () => request.destroy(new Error('no answer in 4 s')))
request.on('error', (error) => {
  console.error(error.message)
  process.exitCode = 1
})
