// RingCentral's own SDK, written for RingCentral's SCIM API. It was chosen because it speaks plain SCIM 2.0 with a bearer
// token below /scim/v2, which is where we are too, so not a line of it has to be bent: it takes any server's address. It
// knows users, searches by POST and discovery, and no groups.
import assert from 'node:assert/strict'
import RingCentral from '@rc-ex/core'
import { checkUsers, readAll, server } from './directory.mjs'

const client = new RingCentral({ server: server.address, token: { access_token: server.token } })
const scim = client.scim('v2')

const config = await scim.serviceProviderConfig().get()
assert.equal(config.filter.supported, true)
assert.equal(config.bulk.supported, false)
assert.equal(config.patch.supported, false)

const types = await scim.resourceTypes().list()
assert.deepEqual(types.Resources.map((type) => type.name), ['User', 'Group'])
const schemas = (await scim.schemas().list()).Resources.map((schema) => schema.id)
for (const type of types.Resources) {
  assert.ok(schemas.includes(type.schema), `${type.schema} is served`)
  assert.equal((await scim.resourceTypes(type.name).get()).endpoint, type.endpoint)
}

const users = await readAll(async (startIndex, count) => {
  const page = await scim.users().list({ startIndex, count })
  return { ...page, resources: page.Resources }
})
checkUsers(users)

const someone = users[users.length >> 1]
assert.deepEqual(await scim.users(someone.id).get(), someone, 'a user alone is the user of the list')
const found = await scim.users().list({ filter: `userName eq "${someone.userName}"` })
assert.deepEqual(found.Resources, [someone], 'a filter finds the user')
const none = await scim.users().list({ filter: 'userName eq "nobody at all"' })
assert.deepEqual([none.totalResults, none.Resources], [0, []])

const searched = await scim.users().dotSearch().post({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'],
  filter: `userName eq "${someone.userName}"`,
  startIndex: 1,
  count: 10,
})
assert.deepEqual(searched.Resources, [someone], 'a search by POST finds the user')

await assert.rejects(scim.users('00000000-0000-0000-0000-000000000000').get(), (error) => error.response.status === 404)
console.log(`RingCentral's client read ${users.length} users.`)
