/** Codes of sockets and of PostgreSQL (class 08, 57P0x) that say: nobody answers now, somebody may in a while. */
const CODES =
  /^(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|08\w{3}|57P0[123]|53300)$/

/** Whether an error, or what caused it, says that the server can't be reached at this moment. */
export function isUnreachable(error: unknown): boolean {
  const queue: unknown[] = [error]
  for (let at = 0; at < queue.length && at < 20; at++) {
    const one = queue[at]
    if (typeof one !== 'object' || one === null) continue
    const { code, syscall, message, cause, errors } = one as Partial<NodeJS.ErrnoException & AggregateError>
    // A missing file is no missing server, a missing socket is
    if (code !== undefined && CODES.test(code) && (code !== 'ENOENT' || syscall === 'connect')) return true
    if (message?.startsWith('Connection terminated')) return true
    queue.push(cause, ...(Array.isArray(errors) ? (errors as unknown[]) : []))
  }
  return false
}
