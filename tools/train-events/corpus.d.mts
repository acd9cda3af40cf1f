export type CorpusRow = {
  id: string
  family: string
  gold: string
  lang: string
  source: string
  publishedAt: string
  title: string
  text: string
}
export declare function readCorpus(folder?: string): CorpusRow[]
