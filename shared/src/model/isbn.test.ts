import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikeIsbn, readIsbn } from './isbn.ts'

describe('readIsbn', () => {
  it('keeps the digits of an ISBN-13, with or without hyphens', () => {
    expect(readIsbn('978-0-241-00300-8')).toEqual({ isbn: '9780241003008', problem: null })
    expect(readIsbn(' 9780241003008 ')).toEqual({ isbn: '9780241003008', problem: null })
    expect(readIsbn('978\u20110241\u20110030\u201108')).toEqual({ isbn: '9780241003008', problem: null })
  })

  it('turns a right ISBN-10 into its ISBN-13', () => {
    expect(readIsbn('0-306-40615-2')).toEqual({ isbn: '9780306406157', problem: null })
    expect(readIsbn('080442957x')).toEqual({ isbn: '9780804429573', problem: null })
  })

  it('hints at a wrong check digit and keeps what was typed', () => {
    expect(readIsbn('9780241003009')).toEqual({ isbn: '9780241003009', problem: 'check-digit' })
    expect(readIsbn('0306406153')).toEqual({ isbn: '0306406153', problem: 'check-digit' })
  })

  it('hints at a wrong length, also for words', () => {
    expect(readIsbn('97802410030').problem).toBe('length')
    expect(readIsbn('geen idee').problem).toBe('length')
    expect(readIsbn('').problem).toBe('length')
  })

  it('catches every single wrong digit of an ISBN-13', () => {
    const rightIsbn = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }).map((digits) => {
      const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0)
      return [...digits, (10 - (sum % 10)) % 10].join('')
    })
    fc.assert(
      fc.property(rightIsbn, fc.nat(12), fc.integer({ min: 1, max: 9 }), (isbn, at, shift) => {
        const wrong = isbn.slice(0, at) + ((Number(isbn[at]) + shift) % 10) + isbn.slice(at + 1)
        expect(readIsbn(isbn).problem).toBeNull()
        expect(readIsbn(wrong).problem).toBe('check-digit')
      }),
    )
  })
})

describe('looksLikeIsbn', () => {
  it('tells an ISBN from a title', () => {
    expect(looksLikeIsbn('978-0-241-00300-8')).toBe(true)
    expect(looksLikeIsbn('0804429 57X')).toBe(true)
    expect(looksLikeIsbn('1984')).toBe(false)
    expect(looksLikeIsbn('Catch-22')).toBe(false)
  })
})
