import { describe, expect, it } from 'vitest'
import { isDirty, openDraft, receive, revert, theirs, toCommit, type } from './draft.ts'

describe('a draft', () => {
  it('follows the board while nobody types', () => {
    expect(receive(openDraft('oud'), 'nieuw')).toEqual(openDraft('nieuw'))
  })

  it('keeps what I type when a colleague changes the field, and shows what they wrote', () => {
    const draft = receive(type(openDraft('Boeken'), 'Boeken en thee'), 'Boeken voor peuters')
    expect(draft.text).toBe('Boeken en thee')
    expect(theirs(draft)).toBe('Boeken voor peuters')
    expect(toCommit(draft)).toBe('Boeken en thee')
  })

  it('is clean again when a colleague writes just what I typed', () => {
    const draft = receive(type(openDraft('a'), 'b'), 'b')
    expect(isDirty(draft)).toBe(false)
    expect(toCommit(draft)).toBeNull()
    expect(theirs(draft)).toBeNull()
  })

  it('writes nothing when the text was typed and taken back', () => {
    expect(toCommit(type(type(openDraft('a'), 'ab'), 'a'))).toBeNull()
  })

  it('shows the newest of a colleague when I take back mine', () => {
    expect(revert(receive(type(openDraft('a'), 'b'), 'c'))).toEqual(openDraft('c'))
  })

  it('says nothing of a colleague who came back to where I began', () => {
    const draft = receive(receive(type(openDraft('a'), 'b'), 'c'), 'a')
    expect(theirs(draft)).toBeNull()
    expect(toCommit(draft)).toBe('b')
  })
})
