import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { setMeasure } from '@schakelbord/shared/commands/set-measure'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { measureOf, measurePrinciple, measures } from '@schakelbord/shared/domain/measures'
import { guideOfRecipe } from '@schakelbord/shared/domain/recipe-guides'
import type { Activity, ActivityMeasure } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useSession } from '#sync/use-session.ts'
import { AddSelect } from '../fields/add-select.tsx'
import { parseNumber } from '../fields/parse-number.ts'
import { TextField } from '../fields/text-field.tsx'
import { Section } from './section.tsx'

const USUAL_MEASURES = 3

/** By what we notice that it works. */
export function MeasuresSection({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const activityId = activity.id
  const chosen = activity.measures
  const write = (measureId: string, measure: Omit<ActivityMeasure, 'measureId'> | null, typing?: string): void => {
    session.run(
      setMeasure,
      { activityId, measureId, measure },
      typing === undefined ? { quiet: true } : { quiet: true, typing },
    )
  }
  const rest = measures.filter(({ id }) => chosen.every((one) => one.measureId !== id))
  const fitting = guideOfRecipe(activity.recipeId)?.successMeasureIds ?? []
  const beyond = chosen.some((one) => measureOf(one.measureId)?.beyondLoansAndVisits === true)
  const hint = chosen.length > USUAL_MEASURES ? t.manyMeasures : chosen.length > 0 && !beyond ? t.onlyFigures : null
  return (
    <Section id="measures" title={t.sections.measures}>
      <p className="ap-help">
        {inLocale(measurePrinciple, locale)}
        {hint === null ? null : <span className="ap-hint">{hint}</span>}
      </p>
      {chosen.map((one) => (
        <MeasureBox
          key={one.measureId}
          measure={one}
          disabled={disabled}
          onWrite={(next, typing) => write(one.measureId, next, typing)}
        />
      ))}
      <AddSelect label={t.addMeasure} disabled={disabled} onAdd={(id) => write(id, { target: null, observed: null })}>
        <optgroup label={t.fitsRecipe}>
          {rest
            .filter(({ id }) => fitting.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {inLocale(name, locale)}
              </option>
            ))}
        </optgroup>
        <optgroup label={t.otherMeasures}>
          {rest
            .filter(({ id }) => !fitting.includes(id))
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {inLocale(name, locale)}
              </option>
            ))}
        </optgroup>
      </AddSelect>
    </Section>
  )
}

function MeasureBox({
  measure,
  disabled,
  onWrite,
}: {
  readonly measure: ActivityMeasure
  readonly disabled: boolean
  onWrite(measure: Omit<ActivityMeasure, 'measureId'> | null, typing?: string): void
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const known = measureOf(measure.measureId)
  const name = known ? inLocale(known.name, locale) : measure.measureId
  const { target, observed } = measure
  const story = known?.type === 'story'
  return (
    <fieldset className="ap-box">
      <legend className="ap-mini-title">
        {name}
        {known ? <span className="ap-chip-mark">{t.measureTypes[known.type]}</span> : null}
      </legend>
      {known ? <p className="ap-help">{inLocale(known.howTo, locale)}</p> : null}
      <div className={story ? undefined : 'ap-pair'}>
        <TextField
          label={t.target}
          live={false}
          value={figureText(target, locale)}
          disabled={disabled}
          onWrite={(text, typing) => onWrite({ target: readFigure(text), observed }, typing)}
        />
        <TextField
          label={t.observed}
          live={false}
          rows={story ? 2 : 1}
          value={figureText(observed, locale)}
          disabled={disabled}
          onWrite={(text, typing) => onWrite({ target, observed: readFigure(text) }, typing)}
        />
      </div>
      <button
        type="button"
        className="ap-icon-button ap-box-remove"
        disabled={disabled}
        aria-label={t.removeNamed(name)}
        title={t.removeNamed(name)}
        onClick={() => onWrite(null)}
      >
        <X aria-hidden size={16} />
      </button>
    </fieldset>
  )
}

function figureText(figure: number | string | null, locale: string): string {
  if (figure === null) return ''
  return typeof figure === 'number'
    ? figure.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 6 })
    : figure
}

/** A number where it is one, else the words: an observation may be a story. */
function readFigure(text: string): number | string | null {
  return text.trim() === '' ? null : (parseNumber(text) ?? text.trim())
}
