import type { Temporal } from 'temporal-polyfill'

/** The Temporal namespace, whether the platform's own or the polyfill's. */
export type TemporalNamespace = typeof Temporal

/**
 * The one place that reads Temporal: the platform's where it has one, else what the entry point loaded.
 *
 * Errors: throws when neither is there, since that is a forgotten import and not a user's mistake.
 */
export function temporal(): TemporalNamespace {
  const { Temporal: found } = globalThis as { Temporal?: TemporalNamespace }
  if (found === undefined) {
    throw new Error(
      "Temporal is missing here: import 'temporal-polyfill/global' in the entry point before anything else",
    )
  }
  return found
}
