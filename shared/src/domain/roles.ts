import type { Bilingual } from './bilingual.ts'
import type { DisciplineId } from './disciplines.ts'
import { indexById } from './index-by-id.ts'

/** What a role may do on a board when nobody decided otherwise. */
export type PermissionLevelId = 'read' | 'comment' | 'edit'

/** What someone does in the library. */
export type Role = {
  id: string
  discipline: DisciplineId
  name: Bilingual
  defaultPermission: PermissionLevelId
}

/** Every permission level, from least to most, with its name. */
export const permissionLevels: readonly { id: PermissionLevelId; name: Bilingual }[] = [
  { id: 'read', name: { nl: 'Meekijken', en: 'View' } },
  { id: 'comment', name: { nl: 'Meepraten', en: 'Comment' } },
  { id: 'edit', name: { nl: 'Meewerken', en: 'Edit' } },
]

/** Every role in order. */
export const roles: readonly Role[] = [
  {
    id: 'collection-specialist',
    discipline: 'collection',
    name: { nl: 'Collectiespecialist (collectioneur)', en: 'Collection specialist' },
    defaultPermission: 'edit',
  },
  {
    id: 'childrens-collection-specialist',
    discipline: 'collection',
    name: { nl: 'Jeugdcollectioneur', en: "Children's collection specialist" },
    defaultPermission: 'edit',
  },
  {
    id: 'collection-manager',
    discipline: 'collection',
    name: { nl: 'Manager collectie', en: 'Collection manager' },
    defaultPermission: 'edit',
  },
  {
    id: 'programme-maker',
    discipline: 'programming',
    name: { nl: 'Programmamaker (programmeur)', en: 'Programme maker' },
    defaultPermission: 'edit',
  },
  {
    id: 'marketer',
    discipline: 'marketing',
    name: { nl: 'Marketeer / communicatieadviseur', en: 'Marketer / communications adviser' },
    defaultPermission: 'edit',
  },
  {
    id: 'director',
    discipline: 'management',
    name: { nl: 'Directeur-bestuurder', en: 'Director' },
    defaultPermission: 'comment',
  },
  {
    id: 'public-services',
    discipline: 'frontline',
    name: { nl: 'Medewerker publieksdienst', en: 'Public services staff' },
    defaultPermission: 'comment',
  },
  {
    id: 'education-specialist',
    discipline: 'education',
    name: { nl: 'Leesconsulent / onderwijsspecialist', en: 'Reading consultant / education specialist' },
    defaultPermission: 'edit',
  },
  {
    id: 'basic-skills-specialist',
    discipline: 'participation',
    name: { nl: 'Specialist basisvaardigheden (Taalhuis)', en: 'Basic skills specialist (language house)' },
    defaultPermission: 'edit',
  },
  {
    id: 'community-librarian',
    discipline: 'participation',
    name: { nl: 'Community librarian', en: 'Community librarian' },
    defaultPermission: 'edit',
  },
  {
    id: 'volunteer',
    discipline: 'frontline',
    name: { nl: 'Vrijwilliger', en: 'Volunteer' },
    defaultPermission: 'read',
  },
  {
    id: 'guest-curator',
    discipline: 'external',
    name: { nl: 'Gastcurator / gastcollectioneur', en: 'Guest curator' },
    defaultPermission: 'read',
  },
  {
    id: 'partner-contact',
    discipline: 'external',
    name: { nl: 'Contactpersoon partner', en: 'Partner contact' },
    defaultPermission: 'read',
  },
  {
    id: 'network-adviser',
    discipline: 'external',
    name: { nl: 'Adviseur provinciale ondersteuning (POI)', en: 'Adviser of the provincial support organisation' },
    defaultPermission: 'comment',
  },
  {
    id: 'fieldlab-participant',
    discipline: 'hybrid',
    name: { nl: 'Fieldlabdeelnemer', en: 'Fieldlab participant' },
    defaultPermission: 'edit',
  },
  {
    id: 'connector',
    discipline: 'hybrid',
    name: { nl: 'Collectiemaker / prolecteur', en: 'Connector (collection-programme hybrid)' },
    defaultPermission: 'edit',
  },
]

const rolesById = indexById(roles)

/** The role with an id, if the list has it. */
export function roleOf(id: string): Role | undefined {
  return rolesById.get(id)
}

/** The discipline a role belongs to; programming where the list does not have the role. */
export function disciplineOfRole(roleId: string): DisciplineId {
  return roleOf(roleId)?.discipline ?? 'programming'
}
