import { useState } from "react"
import { Button } from "../../_ui/Button"
import { ConfirmDialog } from "../../_ui/ConfirmDialog"
import { Dialog, DialogClose } from "../../_ui/Dialog"
import { TextField } from "../../_ui/Field"
import { IconButton } from "../../_ui/IconButton"
import { Menu, MenuCheck, MenuHeading, MenuItem, MenuLink, MenuRule } from "../../_ui/Menu"
import { Popover } from "../../_ui/Popover"
import { useToast } from "../../_ui/Toasts"
import { CodeWithWords } from "./CodeWithWords"

export function Opening() {
  const say = useToast()
  return (
    <div className="row wrap">
      <Dialog
        title="Nouveau code"
        description="Il reste à vous jusqu’à la mise en commun du passage."
        trigger={<Button>Dialogue</Button>}
        footer={
          <>
            <DialogClose>
              <Button kind="bare">Annuler</Button>
            </DialogClose>
            <Button kind="primary">Créer</Button>
          </>
        }
      >
        <TextField label="Nom" />
        <TextField label="Définition" />
      </Dialog>
      <ConfirmDialog
        title="Supprimer l’entretien M7"
        confirm="Supprimer"
        danger
        trigger={<Button kind="danger">Confirmer</Button>}
        onConfirm={() => new Promise((done) => setTimeout(done, 800))}
      >
        Le verbatim, le son et 214 codages partent. Les codes restent.
      </ConfirmDialog>
      <CodeMenu />
      <Popover label="Coder les mots choisis" trigger={<Button>Coder</Button>}>
        <CodeWithWords />
      </Popover>
      <Button
        onClick={() =>
          say({ text: "« famille alliée » fusionné", action: { label: "Annuler", run: () => {} } })
        }
      >
        Dire
      </Button>
    </div>
  )
}

function CodeMenu() {
  const [sums, setSums] = useState(true)
  return (
    <Menu trigger={<IconButton icon="more" label="Menu" />} align="start">
      <MenuHeading>responsabilité asymétrique</MenuHeading>
      <MenuItem icon="edit" shortcut="F2">
        Renommer
      </MenuItem>
      <MenuItem icon="merge">Fusionner…</MenuItem>
      <MenuLink icon="link" href="/debug/ui">
        Voir les verbatims
      </MenuLink>
      <MenuItem icon="split" disabled>
        Séparer
      </MenuItem>
      <MenuRule />
      <MenuCheck checked={sums} onChange={setSums}>
        Sommes des thèmes
      </MenuCheck>
      <MenuRule />
      <MenuItem icon="trash" danger>
        Supprimer
      </MenuItem>
    </Menu>
  )
}
