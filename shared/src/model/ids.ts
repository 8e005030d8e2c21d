import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { toHexString } from 'lib0/buffer'
import { uint32 } from 'lib0/random'

/** The shape every id on a board has. Source: contract, board file: 1–64 characters from `A–Z a–z 0–9 . _ : -`. */
const ID_PATTERN = /^[A-Za-z0-9._:-]{1,64}$/

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
const NEW_ID_LENGTH = 16

/** Tells whether a value may be used as an id on a board. */
export function isEntityId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value)
}

/** Makes a new id of 16 characters (82 random bits), short enough that two of them still join into one id. */
export function newId(): string {
  let id = ''
  for (let i = 0; i < NEW_ID_LENGTH; i++) id += ALPHABET[uint32() % ALPHABET.length]
  return id
}

/**
 * Derives one id from what an entity joins, so that making it twice makes one.
 *
 * Shape: `a:b`; parts that would be too long together are replaced by the first 60 hex digits of their SHA-256.
 */
export function joinedId(...parts: readonly string[]): string {
  const id = parts.join(':')
  return isEntityId(id) ? id : `x-${toHexString(digest(encodeUtf8(id))).slice(0, 60)}`
}
