import { classes } from './classes'
import type { HeatClass } from './heat'
import { ScrollBox } from './ScrollBox'
import { tileLines, type TileLayout } from './tile-layout'

export type TileInfo = {
  /** Written on the tile. */ name: string
  /** Said of it: its whole name and figure. */ words: string
  /** Under the name. */ figure: string
  look: HeatClass | 'few' | 'vague' | 'none'
  to: string
}

export type TileMapProps = { layout: TileLayout; tiles: ReadonlyMap<string, TileInfo>; label: string }

// Pixels: the drawing keeps its size on every screen, so that its words do too.
const [width, height] = [92, 58]

/** Places as squares on a grid, each a link; its table stands beside it. `<TileMap layout={tileLayout(places)!} tiles={…} label="Bản đồ ô" />` */
export function TileMap({ layout, tiles, label }: TileMapProps) {
  return (
    <ScrollBox label={label}>
      <svg
        className="tiles"
        width={layout.columns * width}
        height={layout.rows * height}
        role="group"
        aria-label={label}
      >
        {layout.tiles.map(({ key, row, column }) => {
          const tile = tiles.get(key)
          if (!tile) return null
          const lines = tileLines(tile.name)
          const middle = column * width + width / 2
          const first = row * height + (lines.length > 1 ? 18 : 25)
          return (
            <a key={key} href={tile.to} aria-label={tile.words} data-tip={tile.words}>
              <rect
                className={classes('tile', tile.look)}
                x={column * width + 1}
                y={row * height + 1}
                width={width - 2}
                height={height - 2}
                rx="3"
              />
              {[...lines, tile.figure].map((line, i) => (
                <text
                  key={i}

                  x={middle}
                  y={first + i * 15}
                  textAnchor="middle"
                >
                  {line}
                </text>
              ))}
            </a>
          )
        })}
      </svg>
    </ScrollBox>
  )
}
