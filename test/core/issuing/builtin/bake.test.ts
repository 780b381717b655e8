import { describe, expect, test } from 'vitest'
import itxt from 'png-itxt'
import sharp from 'sharp'
import { bakePng, bakeSvg, drawBadge, renderBadge, unbakePng, unbakeSvg } from '../../../../core/issuing/builtin/index.ts'
import { dataFolder, issue, LOCAL, now } from './open.ts'

const { open } = dataFolder()
const picture = { name: 'Je travaille en équipe', issuer: 'Réseau Tremplin', colour: '#1f6f78', pictogram: 'team' }
const credential = { id: 'urn:uuid:1', name: 'é « ]]> & < 👍', nested: { list: [1, null, '\u0000'] } }

describe('in a PNG', () => {
  test('what goes in comes out, and the picture stays the same', async () => {
    const png = renderBadge(picture)
    const baked = bakePng(png, credential)
    expect(unbakePng(baked)).toEqual(credential)
    expect(await sharp(baked).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer())
  })

  test('a signed credential still verifies', async () => {
    const issuer = await open(LOCAL)
    const baked = bakePng(renderBadge(picture), await issue(issuer))
    expect(await issuer.verify(unbakePng(baked), { now })).toEqual({ verified: true })
  })

  test('there is one at most: a second takes the place of the first', () => {
    const twice = bakePng(bakePng(renderBadge(picture), credential), { id: 'urn:uuid:2' })
    expect(unbakePng(twice)).toEqual({ id: 'urn:uuid:2' })
    expect(
      Buffer.from(twice)
        .toString('latin1')
        .match(/openbadgecredential/g),
    ).toHaveLength(1)
  })

  test('another program finds it: iTXt, uncompressed', async () => {
    const found = await new Promise<{ value: string }>((resolve, reject) => {
      const reader = itxt.get('openbadgecredential', (error, chunk) => (error ? reject(error) : resolve(chunk)))
      reader.on('error', reject).resume()
      reader.end(Buffer.from(bakePng(renderBadge(picture), credential)))
    })
    expect(found).toMatchObject({ type: 'iTXt', compressed: false })
    expect(JSON.parse(found.value)).toEqual(credential)
  })

  test('no credential is none; what is no whole PNG is refused', () => {
    const png = renderBadge(picture)
    expect(unbakePng(png)).toBeUndefined()
    expect(() => bakePng(Buffer.from('GIF89a…'), credential)).toThrow('not a PNG')
    expect(() => bakePng(png.subarray(0, 200), credential)).toThrow('cut off')
  })
})

describe('in an SVG', () => {
  test('what goes in comes out, once', () => {
    const baked = bakeSvg(drawBadge(picture), credential)
    expect(unbakeSvg(baked)).toEqual(credential)
    const twice = bakeSvg(baked, { id: 'urn:uuid:2' })
    expect(unbakeSvg(twice)).toEqual({ id: 'urn:uuid:2' })
    expect(twice.match(/<openbadges:credential>/g)).toHaveLength(1)
    expect(twice.match(/xmlns:openbadges="https:\/\/purl.imsglobal.org\/ob\/v3p0"/g)).toHaveLength(1)
  })

  test('it stays a drawing that can be shown', async () => {
    const baked = bakeSvg(drawBadge(picture), credential)
    expect(await sharp(Buffer.from(baked)).raw().toBuffer()).toEqual(
      await sharp(Buffer.from(drawBadge(picture)))
        .raw()
        .toBuffer(),
    )
    expect(unbakeSvg(drawBadge(picture))).toBeUndefined()
    expect(() => bakeSvg('<html></html>', credential)).toThrow('not an SVG')
  })
})
