/** The page holds no list of articles. */
export class NotAList extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotAList'
  }
}
