import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { moveActivity } from '@schakelbord/shared/commands/move-activity'
import { setOwner } from '@schakelbord/shared/commands/set-owner'
import { inLocale } from '@schakelbord/shared/domain/bilingual'
import { disciplineOf, disciplines } from '@schakelbord/shared/domain/disciplines'
import { roles } from '@schakelbord/shared/domain/roles'
import type { Activity, Owner } from '@schakelbord/shared/model/activity'
import { useLanguage } from '#i18n/use-language.ts'
import { useBoardView, useSession } from '#sync/use-session.ts'
import { AddSelect } from '../fields/add-select.tsx'

/** Who carries it, per discipline: a person, a role, or still open. */
export function OwnersField({
  activity,
  disabled,
}: {
  readonly activity: Activity
  readonly disabled: boolean
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const session = useSession()
  const people = useBoardView('people', (view) => view.all('people'))
  const activityId = activity.id
  const { owners } = activity
  const nameOf = (discipline: string): string => {
    const known = disciplineOf(discipline)
    return known ? inLocale(known.name, locale) : discipline
  }
  const write = (discipline: string, chosen: string): void => {
    const id = chosen.slice(2)
    const person = chosen.startsWith('p:') ? people.find((one) => one.id === id) : undefined
    const owner = { roleId: chosen.startsWith('r:') ? id : (person?.roleId ?? null), personId: person?.id ?? null }
    session.run(setOwner, { activityId, discipline, owner }, { quiet: true })
  }
  const remove = (owner: Owner): void => {
    // The leading discipline is part of where the card stands: taking it off hands the lead to the next.
    const typing = `owner-off-${activityId}-${owner.discipline}`
    if (owner === owners[0]) {
      const lane = { discipline: owners[1]?.discipline ?? null }
      session.run(moveActivity, { activityId, lane }, { quiet: true, typing })
    }
    session.run(setOwner, { activityId, discipline: owner.discipline, owner: null }, { quiet: true, typing })
  }
  const rest = disciplines.filter(({ id }) => owners.every((owner) => owner.discipline !== id))
  return (
    <fieldset className="ap-field ap-fieldset" data-field="owners">
      <legend className="ap-label">{t.owners}</legend>
      {owners.map((owner, index) => (
        <div key={owner.discipline} className="ap-owner">
          <span className="ap-owner-name" id={`ap-owner-${owner.discipline}`}>
            {nameOf(owner.discipline)}
            {index === 0 ? <span className="ap-chip-mark">{t.lead}</span> : null}
          </span>
          <select
            className="ap-input ap-select"
            aria-labelledby={`ap-owner-${owner.discipline}`}
            value={valueOf(owner)}
            disabled={disabled}
            onChange={(event) => write(owner.discipline, event.target.value)}
          >
            <OwnerOptions owner={owner} people={people} />
          </select>
          <button
            type="button"
            className="ap-icon-button"
            disabled={disabled}
            aria-label={t.removeNamed(nameOf(owner.discipline))}
            onClick={() => remove(owner)}
          >
            <X aria-hidden size={16} />
          </button>
        </div>
      ))}
      {rest.length > 0 ? (
        <AddSelect label={t.addDiscipline} disabled={disabled} onAdd={(discipline) => write(discipline, '')}>
          {rest.map(({ id, name }) => (
            <option key={id} value={id}>
              {inLocale(name, locale)}
            </option>
          ))}
        </AddSelect>
      ) : null}
      <div className="ap-help">{t.ownersHelp}</div>
    </fieldset>
  )
}

function valueOf(owner: Owner): string {
  if (owner.personId !== null) return `p:${owner.personId}`
  return owner.roleId === null ? '' : `r:${owner.roleId}`
}

function OwnerOptions({
  owner,
  people,
}: {
  readonly owner: Owner
  readonly people: readonly { readonly id: string; readonly name: string; readonly discipline: string }[]
}): ReactNode {
  const { locale, messages } = useLanguage()
  const t = messages.panel
  const near = people.filter((person) => person.discipline === owner.discipline)
  const far = people.filter((person) => person.discipline !== owner.discipline)
  const nearRoles = roles.filter((role) => role.discipline === owner.discipline)
  const farRoles = roles.filter((role) => role.discipline !== owner.discipline)
  const value = valueOf(owner)
  const known =
    value === '' ||
    people.some((person) => `p:${person.id}` === value) ||
    roles.some((role) => `r:${role.id}` === value)
  return (
    <>
      <option value="">{t.stillOpen}</option>
      {known ? null : <option value={value}>{value.slice(2)}</option>}
      <optgroup label={t.people}>
        {[...near, ...far].map((person) => (
          <option key={person.id} value={`p:${person.id}`}>
            {person.name}
          </option>
        ))}
      </optgroup>
      <optgroup label={t.roles}>
        {[...nearRoles, ...farRoles].map((role) => (
          <option key={role.id} value={`r:${role.id}`}>
            {inLocale(role.name, locale)}
          </option>
        ))}
      </optgroup>
    </>
  )
}
