import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { fieldsOfRecipe } from '@schakelbord/shared/domain/recipe-fields'
import type { Activity } from '@schakelbord/shared/model/activity'
import { openQuestionsOf, type OpenQuestion } from '@schakelbord/shared/views/open-questions'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView } from '#sync/use-session.ts'

/** The field an open question leads to. */
const FIELD_OF: Readonly<Record<Exclude<OpenQuestion['id'], 'field'>, string>> = {
  title: 'title',
  why: 'valueIds',
  targetGroup: 'targetGroupIds',
  owners: 'owners',
  start: 'start',
  place: 'placeId',
  collection: 'collection',
  channels: 'messages',
  measures: 'measures',
  attendance: 'attendance',
  lookBack: 'learned',
}

/** What this phase asks for and is still empty; questions, never errors. */
export function OpenQuestions({
  activity,
  onLead,
}: {
  readonly activity: Activity
  onLead(field: string): void
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const connections = useBoardView(`connections-of/${activity.id}`, (view) => view.connectionsOf(activity.id))
  const hanging = useBoardView(`messages-of/${activity.id}`, (view) => view.messagesOf(activity.id))
  const fields = fieldsOfRecipe(activity.recipeId)
  const questions = openQuestionsOf(activity, { connections, messages: hanging }, fields)
  if (questions.length === 0) return null
  return (
    <section className="ap-questions" aria-labelledby="ap-questions-title">
      <h3 id="ap-questions-title" className="ap-questions-title">
        <CircleHelp aria-hidden size={16} />
        {t.openQuestions(questions.length)}
      </h3>
      <ul>
        {questions.map((question) => {
          const field = fields.find(({ key }) => key === question.field)
          const target = question.id === 'field' ? `field-${question.field ?? ''}` : FIELD_OF[question.id]
          const text =
            question.id === 'field'
              ? t.askField(field ? inLocale(field.label, locale) : (question.field ?? ''))
              : t.questions[question.id]
          return (
            <li key={target}>
              <button type="button" className="ap-question" onClick={() => onLead(target)}>
                {text}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
