import type { FC } from 'hono/jsx'
import type { Locale } from '../../../platform/i18n/catalogue.ts'
import { Button } from '../../../ui/form.tsx'
import { Columns, Section } from '../../../ui/sections.tsx'
import { printWords } from '../print-words.ts'

/** What can be printed; `since` is the plan before, when only a part of the cards is out of date. */
export const PrintLinks: FC<{ locale: Locale; here: string; since: string | null }> = ({ locale, here, since }) => {
  const t = printWords(locale)
  return (
    <Section id="print" title={t.print} aside={t.printAside}>
      <Columns kind="even">
        <Files locale={locale} here={here} query="" />
        {since !== null && (
          <div>
            <h3>{t.onlyChanged}</h3>
            <Files locale={locale} here={here} query={`?since=${since}`} />
          </div>
        )}
      </Columns>
    </Section>
  )
}

const Files: FC<{ locale: Locale; here: string; query: string }> = ({ locale, here, query }) => {
  const t = printWords(locale)
  const files = [
    ['names.pdf', t.names],
    ['tables.pdf', t.tablesA4],
    ['tables-a5.pdf', t.tablesA5],
    ['wall.pdf', t.wall],
  ] as const
  return (
    <ul class="stack stack-2">
      {files
        .filter(([file]) => query === '' || file !== 'wall.pdf')
        .map(([file, label]) => (
          <li>
            <Button small href={`${here}/${file}${query}`}>
              {label}
            </Button>
          </li>
        ))}
    </ul>
  )
}
