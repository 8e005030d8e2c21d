/** Numbers that look random and are the same for the same seed. Source: mulberry32. */
export declare function seededRandom(seed: number): (below: number) => number
