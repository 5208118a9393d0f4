/**
 * How node is told that a process lives no longer than a test. V8 goes on improving the database's WebAssembly in the
 * background, for a second and more of a processor's time after every start: who lives for an hour gets it back, a test
 * never does. What measures how fast the server is starts it without.
 */
export const shortLife: readonly string[] = ["--liftoff-only"]
