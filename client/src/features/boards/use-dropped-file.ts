import { useEffect, useEffectEvent, useState } from 'react'

/** Takes a file that is dropped anywhere on the window; gives whether one hangs above it. */
export function useDroppedFile(onFile: (file: File) => void): boolean {
  const [above, setAbove] = useState(false)
  const take = useEffectEvent(onFile)
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setAbove(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setAbove(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setAbove(false)
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) take(file)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [])
  return above
}
