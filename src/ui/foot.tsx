import type { FC } from 'hono/jsx'
import { useTexts } from './texts.ts'

export interface FootLanguage {
  lang: string
  /** The language's own name: 'Français'. */
  name: string
  current?: boolean | undefined
  /** Where the page is in that language. Without it, `languageAction` must be given. */
  href?: string | undefined
}

export interface FootProps {
  links?: { href: string; label: string }[] | undefined
  languages?: FootLanguage[] | undefined
  /** Where a POST with `lang` (and `back`) changes the language for good. */
  languageAction?: { action: string; back: string } | undefined
}

/** Quiet links and the choice of language. */
export const Foot: FC<FootProps & { wide: string }> = ({ links, languages, languageAction, wide }) => {
  const texts = useTexts()
  return (
    <footer class="foot no-print">
      <div class={wide}>
        <ul>
          {links?.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
        {languages && languageAction ? (
          <form method="post" action={languageAction.action} aria-label={texts.language}>
            <input type="hidden" name="back" value={languageAction.back} />
            <ul>
              {languages.map((language) => (
                <li>
                  <button
                    class="linky"
                    name="lang"
                    value={language.lang}
                    lang={language.lang}
                    aria-current={language.current ? 'true' : undefined}
                  >
                    {language.name}
                  </button>
                </li>
              ))}
            </ul>
          </form>
        ) : (
          <ul aria-label={texts.language}>
            {languages?.map((language) => (
              <li>
                <a
                  href={language.href}
                  lang={language.lang}
                  hreflang={language.lang}
                  aria-current={language.current ? 'true' : undefined}
                >
                  {language.name}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  )
}
