/** A number below another one, from a seed. */
export type Random = (below: number) => number
/**
 * A frame that nobody would send, out of one that somebody might: now and then untouched, else bent once or more, on the
 * outside or – with every length still right – within.
 */
export declare function mutatedFrame(random: Random): Uint8Array
