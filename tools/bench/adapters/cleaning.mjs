// Shows libs/boilerplate and libs/charset to a scoring harness: extract, cleanText, createSite, decode.
import * as boilerplate from '../../../libs/boilerplate/dist/index.js'
import { decode as decodeBytes } from '../../../libs/charset/dist/index.js'

const flat = ({ article, outcome }) => ({ ...article, author: article.authors.join(', '), outcome })

export const extract = (html, url) => flat(boilerplate.clean(html, { url }))
export const cleanText = (text) => flat(boilerplate.cleanText(text))
export const decode = (bytes, { contentType } = {}) => decodeBytes(bytes, contentType)

export function createSite(host) {
  const site = boilerplate.createSite(host)
  return {
    learn: (html, url) => site.learn(html, url),
    extract: (html, url) => flat(boilerplate.clean(html, { url, site })),
  }
}
