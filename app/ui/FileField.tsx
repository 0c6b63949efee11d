import { describedBy } from './field-parts'
import { FieldFrame, type FieldFrameProps } from './FieldFrame'

export type FileFieldProps = FieldFrameProps & {
  name: string
  /** `.xlsx,.csv` */
  accept?: string
  multiple?: boolean
  required?: boolean
}

/** A file to send; the form needs `encType="multipart/form-data"`. `<FileField id="tep" name="tep" label="Tệp danh sách" accept=".xlsx,.csv" />` */
export function FileField(props: FileFieldProps) {
  const { id, name, label, hint, error, optional, markRequired, tag, lang, accept, multiple, required } =
    props
  return (
    <FieldFrame {...{ id, label, hint, error, optional, markRequired, tag, lang }}>
      <input
        id={id}
        name={name}
        type="file"
        className="field file"
        accept={accept}
        multiple={multiple}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  )
}
