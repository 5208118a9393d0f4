"use client"

import "./globals.css"

/** The frame itself failed, and with it the words: so both languages, written here. */
export default function FrameError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="fr" data-theme="system">
      <body>
        <main className="failure centred">
          <h1 className="title">Binôme ne s’affiche pas</h1>
          <p className="q2">Ce qui est enregistré le reste. Réessayez, ou rechargez la page.</p>
          <p className="q2" lang="en">
            Binôme cannot be shown. What is saved stays saved. Try again, or reload the page.
          </p>
          <div className="row">
            <button type="button" className="btn primary" onClick={reset}>
              Réessayer <span lang="en">/ Try again</span>
            </button>
          </div>
        </main>
      </body>
    </html>
  )
}
