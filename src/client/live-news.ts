/**
 * Hears what an address tells as it happens, until the page is left. A page in the background lets go, since a browser
 * keeps few connections to one place; coming back, it hears how things stand.
 * @returns ends the hearing
 */
export function followNews(address: string, hear: (news: string) => void): () => void {
  let news: EventSource | undefined
  const listen = () => {
    news?.close()
    if (document.hidden) return
    news = new EventSource(address)
    news.addEventListener('message', ({ data }: MessageEvent<string>) => hear(data))
  }
  document.addEventListener('visibilitychange', listen)
  listen()
  return () => {
    document.removeEventListener('visibilitychange', listen)
    news?.close()
  }
}
