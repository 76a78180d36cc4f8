/** Who hears what: every reaction of one feature to another's news, on one screen. Imported once by `world.ts`. */
export function wire(): void {}
