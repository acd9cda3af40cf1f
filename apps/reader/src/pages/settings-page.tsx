import type { ComponentChildren } from 'preact'
import { LANGUAGE_FACTS, LANGUAGES } from '../i18n/languages.ts'
import { t } from '../i18n/translate.ts'
import { Switcher } from '../parts/switcher.tsx'
import { changeSettings, settings } from '../settings/settings.ts'
import { DIGITS, PAGE_SIZES, THEMES } from '../settings/stored-settings.ts'
import { useTitle } from '../shell/use-title.ts'

const DIGIT_SAMPLES = { latn: '123', arab: '١٢٣' }

/** The reader's own choices; they stay in this browser. */
export function SettingsPage() {
  useTitle(t('settings.title'))
  const { language, theme, digits, pageSize, pictures, marks } = settings.value
  return (
    <div class="page page-settings">
      <header class="page-head">
        <h1>{t('settings.title')}</h1>
        <p class="page-line">{t('settings.line')}</p>
      </header>
      <Row title={t('settings.language')}>
        <Switcher
          label={t('settings.language')}
          value={language}
          choices={LANGUAGES.map((one) => [one, LANGUAGE_FACTS[one].name] as const)}
          change={(one) => changeSettings({ language: one })}
        />
      </Row>
      {language === 'ar' && (
        <Row title={t('settings.digits')}>
          <Switcher
            label={t('settings.digits')}
            value={digits}
            choices={DIGITS.map((one) => [one, DIGIT_SAMPLES[one]] as const)}
            change={(one) => changeSettings({ digits: one })}
          />
        </Row>
      )}
      <Row title={t('settings.theme')}>
        <Switcher
          label={t('settings.theme')}
          value={theme}
          choices={THEMES.map((one) => [one, t(`theme.${one}`)] as const)}
          change={(one) => changeSettings({ theme: one })}
        />
      </Row>
      <Row title={t('settings.pageSize')} line={t('settings.pageSize.line')}>
        <Switcher
          label={t('settings.pageSize')}
          value={String(pageSize)}
          choices={PAGE_SIZES.map((size) => [String(size), String(size)] as const)}
          change={(text) =>
            changeSettings({ pageSize: PAGE_SIZES.find((size) => String(size) === text) ?? pageSize })
          }
        />
      </Row>
      <Row title={t('settings.pictures')} line={t('settings.pictures.line')}>
        <OnOff
          label={t('settings.pictures')}
          on={pictures}
          change={(on) => changeSettings({ pictures: on })}
        />
      </Row>
      <Row title={t('settings.marks')} line={t('settings.marks.line')}>
        <OnOff label={t('settings.marks')} on={marks} change={(on) => changeSettings({ marks: on })} />
      </Row>
    </div>
  )
}

function Row({ title, line, children }: { title: string; line?: string; children: ComponentChildren }) {
  return (
    <section class="setting">
      <div>
        <h2>{title}</h2>
        {line && <p class="quiet">{line}</p>}
      </div>
      {children}
    </section>
  )
}

function OnOff({ label, on, change }: { label: string; on: boolean; change: (on: boolean) => void }) {
  return (
    <Switcher
      label={label}
      value={on ? 'on' : 'off'}
      choices={[
        ['on', t('on')],
        ['off', t('off')],
      ]}
      change={(value) => change(value === 'on')}
    />
  )
}
