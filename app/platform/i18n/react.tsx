import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from './locale'
import type { Namespace } from './resources'
import { getT, type T } from './translate'

const LocaleContext = createContext<Locale>('vi')

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The translator of a namespace in the language of the page: `const t = useT('gaps'); t('title')`. */
export function useT<N extends Namespace>(ns: N): T<N> {
  return getT(useLocale(), ns)
}
