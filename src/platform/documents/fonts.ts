import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const files = [
  'source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]

/** The fonts of our documents: Latin, Greek, Cyrillic and Arabic letters, in what a reader finds on every machine: none. */
export function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return files.map((file) => readFileSync(resolve(`@expo-google-fonts/${file}`)))
}
