import type { Locale } from '@schakelbord/shared/calendar/locale'

/** One refusal: what a program sees of it, and what a person reads. Shape: `{name}` stands for a value. */
export interface CatalogueEntry {
  /** HTTP status, or the exit code of the process where the refusal ends the start. */
  readonly status: number
  readonly message: Readonly<Record<Locale, string>>
  readonly hint: Readonly<Record<Locale, string>>
}

/** The exit code of a start that a setting or the machine does not allow. Source: `EX_CONFIG` of sysexits. */
export const exitCodeOfRefusedStart = 78

const refusedStart = exitCodeOfRefusedStart

/** Every refusal of the server. `docs/errors.md` lists the same; a test holds the two together. */
export const catalogue = {
  BRD_BAD_REQUEST: {
    status: 400,
    message: { nl: 'Dit verzoek is niet te lezen.', en: 'This request cannot be read.' },
    hint: {
      nl: 'Stuur JSON in de vorm die /api/openapi.json beschrijft.',
      en: 'Send JSON as /api/openapi.json describes it.',
    },
  },
  BRD_WRONG_ORIGIN: {
    status: 403,
    message: { nl: 'Dit verzoek komt van een andere website.', en: 'This request comes from another website.' },
    hint: {
      nl: 'Open het bord op zijn eigen adres, of zet PUBLIC_URL op het adres dat mensen gebruiken.',
      en: 'Open the board at its own address, or set PUBLIC_URL to the address that people use.',
    },
  },
  BRD_NOT_FOUND: {
    status: 404,
    message: { nl: 'Hier is niets.', en: 'There is nothing here.' },
    hint: { nl: 'Kijk het adres na.', en: 'Check the address.' },
  },
  BRD_BOARD_NOT_FOUND: {
    status: 404,
    message: { nl: 'Er is geen bord met id {id}.', en: 'There is no board with id {id}.' },
    hint: {
      nl: 'Kijk het adres na, of begin bij de lijst met borden.',
      en: 'Check the address, or start from the list of boards.',
    },
  },
  BRD_BOARD_IN_BIN: {
    status: 410,
    message: { nl: 'Bord {id} ligt in de prullenbak.', en: 'Board {id} is in the bin.' },
    hint: { nl: 'Zet het terug vanuit de lijst met borden.', en: 'Put it back from the list of boards.' },
  },
  BRD_BOARD_DAMAGED: {
    status: 503,
    message: {
      nl: 'Bord {id} is op de schijf beschadigd geraakt en gaat niet open; de andere borden werken.',
      en: 'Board {id} was damaged on the disk and does not open; the other boards work.',
    },
    hint: {
      nl: 'Wat op je apparaat staat blijft daar. De beheerder ziet met npm run board -- doctor wat er is en wat te doen.',
      en: 'What is on your device stays there. The operator sees with npm run board -- doctor what it is and what to do.',
    },
  },
  BRD_BOARD_READ_ONLY: {
    status: 409,
    message: {
      nl: 'Bord {id} is gemaakt door een nieuwere versie en is hier alleen te lezen.',
      en: 'Board {id} was made by a newer version and is read-only here.',
    },
    hint: { nl: 'Werk Schakelbord bij.', en: 'Update Schakelbord.' },
  },
  BRD_BODY_TOO_LARGE: {
    status: 413,
    message: { nl: 'Dit bestand is groter dan {limit}.', en: 'This file is larger than {limit}.' },
    hint: {
      nl: 'Maak het kleiner of verdeel het over meer borden.',
      en: 'Make it smaller, or spread it over several boards.',
    },
  },
  BRD_NOT_JSON: {
    status: 415,
    message: { nl: 'De server leest hier alleen JSON.', en: 'The server only reads JSON here.' },
    hint: {
      nl: 'Zet de kop Content-Type op application/json.',
      en: 'Set the header Content-Type to application/json.',
    },
  },
  BRD_TOO_SLOW: {
    status: 408,
    message: { nl: 'Dit verzoek kwam te langzaam binnen.', en: 'This request came in too slowly.' },
    hint: { nl: 'Probeer het opnieuw op een beter netwerk.', en: 'Try again on a better network.' },
  },
  BRD_HEADERS_TOO_LARGE: {
    status: 431,
    message: { nl: 'De kop van dit verzoek is te groot.', en: 'The headers of this request are too large.' },
    hint: {
      nl: 'Wis de cookies van deze site en probeer het opnieuw.',
      en: 'Remove the cookies of this site and try again.',
    },
  },
  BRD_TOO_MANY_REQUESTS: {
    status: 429,
    message: { nl: 'Er komen te veel verzoeken van dit adres.', en: 'Too many requests come from this address.' },
    hint: {
      nl: 'Wacht {seconds} seconden en probeer het opnieuw.',
      en: 'Wait {seconds} seconds and try again.',
    },
  },
  BRD_BOARD_FILE_INVALID: {
    status: 422,
    message: {
      nl: 'Dit is geen goed bordbestand; er is niets gemaakt.',
      en: 'This is not a sound board file; nothing was made.',
    },
    hint: { nl: 'De lijst problems zegt wat er waar mis is.', en: 'The list problems says what is wrong where.' },
  },
  BRD_TITLE_INVALID: {
    status: 422,
    message: {
      nl: 'Een bord heeft een titel van 1 tot 300 tekens.',
      en: 'A board has a title of 1 to 300 characters.',
    },
    hint: { nl: 'Geef een titel op.', en: 'Give a title.' },
  },
  BRD_INTERNAL: {
    status: 500,
    message: { nl: 'Er ging iets mis op de server.', en: 'Something went wrong on the server.' },
    hint: {
      nl: 'Probeer het opnieuw; de beheerder vindt de oorzaak in het logboek.',
      en: 'Try again; the operator finds the cause in the log.',
    },
  },
  BRD_STORE_UNAVAILABLE: {
    status: 503,
    message: {
      nl: 'De opslag kan nu niets bewaren of lezen.',
      en: 'The store cannot keep or read anything at the moment.',
    },
    hint: {
      nl: 'Wijzigingen blijven op je apparaat; de server gaat vanzelf verder zodra het weer kan.',
      en: 'Changes stay on your device; the server goes on by itself as soon as it can.',
    },
  },
  BRD_CLIENT_NOT_BUILT: {
    status: 503,
    message: { nl: 'Het scherm is nog niet gebouwd.', en: 'The screen has not been built yet.' },
    hint: { nl: 'Start met npm start, dat bouwt het eerst.', en: 'Start with npm start, which builds it first.' },
  },
  BRD_SETTING_INVALID: {
    status: refusedStart,
    message: {
      nl: '{setting}="{value}" kan niet: {expected}.',
      en: '{setting}="{value}" is not possible: {expected}.',
    },
    hint: { nl: 'Pas de instelling aan en start opnieuw.', en: 'Change the setting and start again.' },
  },
  BRD_SETTING_NOT_YET: {
    status: refusedStart,
    message: {
      nl: '{setting}="{value}" kan deze versie nog niet.',
      en: '{setting}="{value}" is more than this version can do.',
    },
    hint: { nl: 'Haal de instelling weg en start opnieuw.', en: 'Remove the setting and start again.' },
  },
  BRD_OPEN_ON_NETWORK: {
    status: refusedStart,
    message: {
      nl: 'HOST="{value}" is vanaf het netwerk bereikbaar, en accounts kan deze versie nog niet: iedereen zou alles kunnen wijzigen.',
      en: 'HOST="{value}" can be reached from the network, and this version has no accounts yet: everybody could change everything.',
    },
    hint: {
      nl: 'Gebruik HOST=127.0.0.1, of zet op een vertrouwd netwerk ACCESS=open en ACCESS_OPEN_ON_NETWORK=yes.',
      en: 'Use HOST=127.0.0.1, or on a network that you trust set ACCESS=open and ACCESS_OPEN_ON_NETWORK=yes.',
    },
  },
  BRD_PORT_TAKEN: {
    status: refusedStart,
    message: { nl: 'Poort {value} is al in gebruik.', en: 'Port {value} is in use already.' },
    hint: {
      nl: 'Stop het andere programma of kies een andere PORT.',
      en: 'Stop the other program or choose another PORT.',
    },
  },
  BRD_ADDRESS_UNAVAILABLE: {
    status: refusedStart,
    message: {
      nl: 'Op {value} kan de server niet luisteren ({cause}).',
      en: 'The server cannot listen on {value} ({cause}).',
    },
    hint: { nl: 'Kies een andere HOST of PORT.', en: 'Choose another HOST or PORT.' },
  },
  BRD_DATA_UNWRITABLE: {
    status: refusedStart,
    message: {
      nl: 'In de map {value} kan de server niet schrijven.',
      en: 'The server cannot write in the folder {value}.',
    },
    hint: {
      nl: 'Geef schrijfrechten of kies een andere DATA_DIR.',
      en: 'Give the right to write or choose another DATA_DIR.',
    },
  },
  BRD_DATA_FULL: {
    status: refusedStart,
    message: { nl: 'De schijf met de map {value} is vol.', en: 'The disk with the folder {value} is full.' },
    hint: { nl: 'Maak ruimte vrij en start opnieuw.', en: 'Make room and start again.' },
  },
  BRD_DATA_FAILED: {
    status: refusedStart,
    message: {
      nl: 'De schijf met de map {value} geeft een fout ({cause}).',
      en: 'The disk with the folder {value} fails ({cause}).',
    },
    hint: {
      nl: 'Kijk de schijf na en start opnieuw; zet zo nodig een back-up terug op een andere.',
      en: 'Check the disk and start again; put a backup on another one if need be.',
    },
  },
  BRD_DATA_IN_USE: {
    status: refusedStart,
    message: {
      nl: 'De map {value} is al in gebruik door een andere server.',
      en: 'The folder {value} is in use by another server already.',
    },
    hint: { nl: 'Stop die server of kies een andere DATA_DIR.', en: 'Stop that server or choose another DATA_DIR.' },
  },
  BRD_DATA_DAMAGED: {
    status: refusedStart,
    message: {
      nl: 'Het bestand met borden in {value} is beschadigd ({cause}).',
      en: 'The file with boards in {value} is damaged ({cause}).',
    },
    hint: {
      nl: 'Zet een back-up terug: npm run board -- restore BESTAND.',
      en: 'Put a backup back: npm run board -- restore FILE.',
    },
  },
  BRD_DATA_NEWER: {
    status: refusedStart,
    message: {
      nl: 'De borden in {value} zijn van een nieuwere versie van Schakelbord.',
      en: 'The boards in {value} are of a newer version of Schakelbord.',
    },
    hint: { nl: 'Werk Schakelbord bij.', en: 'Update Schakelbord.' },
  },
  BRD_COMMAND_UNKNOWN: {
    status: 64,
    message: { nl: 'De opdracht "{value}" bestaat niet.', en: 'There is no command "{value}".' },
    hint: {
      nl: 'Kies uit: backup BESTAND, restore BESTAND, doctor, export BORD, import BESTAND.',
      en: 'Choose from: backup FILE, restore FILE, doctor, export BOARD, import FILE.',
    },
  },
  BRD_DATA_NONE: {
    status: 66,
    message: { nl: 'In de map {value} staan geen borden.', en: 'The folder {value} holds no boards.' },
    hint: {
      nl: 'Zet DATA_DIR op de map van de server, zoals in DATA_DIR=/var/lib/schakelbord npm run board -- doctor.',
      en: 'Set DATA_DIR to the folder of the server, as in DATA_DIR=/var/lib/schakelbord npm run board -- doctor.',
    },
  },
  BRD_FILE_INVALID: {
    status: 65,
    message: { nl: '{value} is niet te gebruiken: {cause}.', en: '{value} cannot be used: {cause}.' },
    hint: { nl: 'Kies een ander bestand.', en: 'Choose another file.' },
  },
  BRD_FILE_EXISTS: {
    status: 73,
    message: {
      nl: '{value} bestaat al en wordt niet overschreven.',
      en: '{value} exists already and is not overwritten.',
    },
    hint: { nl: 'Kies een andere naam.', en: 'Choose another name.' },
  },
  BRD_SERVER_UNREACHABLE: {
    status: 69,
    message: {
      nl: 'De map {value} is in gebruik, maar de server geeft geen antwoord ({cause}).',
      en: 'The folder {value} is in use, but the server does not answer ({cause}).',
    },
    hint: { nl: 'Stop de server en probeer het opnieuw.', en: 'Stop the server and try again.' },
  },
} as const satisfies Record<string, CatalogueEntry>

/** The stable name of a refusal. */
export type RefusalCode = keyof typeof catalogue

/** Values that fill the places in a sentence. */
export type RefusalValues = Readonly<Record<string, string>>

/** What a program gets of a refusal. */
export interface RefusalBody {
  readonly code: RefusalCode
  readonly message: string
  readonly hint: string
}

function fill(sentence: string, values: RefusalValues): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}

/** Puts a refusal into words. */
export function refusalBody(code: RefusalCode, values: RefusalValues, locale: Locale): RefusalBody {
  const { message, hint } = catalogue[code]
  return { code, message: fill(message[locale], values), hint: fill(hint[locale], values) }
}

/** A refusal on its way to whoever asked. Shape: `details` goes into the answer beside the sentence. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly values: RefusalValues
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode,
    values: RefusalValues = {},
    details: Readonly<Record<string, unknown>> = {},
    cause?: unknown,
  ) {
    super(`${code} ${JSON.stringify(values)}`, { cause })
    this.name = 'Refusal'
    this.code = code
    this.values = values
    this.details = details
  }
}
