import type { Bilingual } from '@schakelbord/shared/domain/bilingual'

/** How far a connected part is: from wish to shelf. */
export const connectionStatuses: readonly { readonly id: string; readonly name: Bilingual }[] = [
  { id: 'wanted', name: { nl: 'Gewenst', en: 'Wanted' } },
  { id: 'ordered', name: { nl: 'Besteld of aangevraagd', en: 'Ordered or requested' } },
  { id: 'in-house', name: { nl: 'In huis', en: 'In house' } },
  { id: 'ready', name: { nl: 'Staat klaar', en: 'Ready on the spot' } },
  { id: 'returned', name: { nl: 'Weer terug', en: 'Back on the shelf' } },
]
