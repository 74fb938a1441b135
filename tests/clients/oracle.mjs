// Oracle's SDK for OCI Identity Domains, generated from Oracle's own description of SCIM: another author and another
// HTTP stack, with users, groups, sorting, searches by POST and discovery, and models that every answer goes through. Two
// things are Oracle's and not SCIM's, and are replaced where the SDK lets its callers: requests are signed with a key
// instead of carrying a token, and its paths begin with /admin/v1.
import assert from 'node:assert/strict'
import identity from 'oci-identitydomains'
import { checkGroups, checkUsers, readAll, server } from './directory.mjs'

const client = new identity.IdentityDomainsClient({ httpClient: { send } })
client.endpoint = server.address

async function send(request) {
  request.headers.set('Authorization', `Bearer ${server.token}`)
  return fetch(request.uri.replace('/admin/v1/', '/scim/v2/'), { method: request.method, headers: request.headers, body: request.body })
}

const users = await readAll(async (startIndex, count) => (await client.listUsers({ startIndex, count })).users)
checkUsers(users)
const groups = await readAll(async (startIndex, count) => (await client.listGroups({ startIndex, count })).groups, 10)
checkGroups(groups, users)

const someone = users.find((user) => user.groups?.length > 0)
assert.deepEqual((await client.getUser({ userId: someone.id })).user, someone, 'a user alone is the user of the list')
const itsGroup = groups.find((group) => group.id === someone.groups[0].value)
assert.deepEqual((await client.getGroup({ groupId: itsGroup.id })).group, itsGroup, 'a group alone is the group of the list')

const byName = (await client.listGroups({ filter: `displayName eq "${itsGroup.displayName}"`, attributes: 'displayName' })).groups
assert.deepEqual(byName.resources.map((group) => [group.id, group.members]), [[itsGroup.id, undefined]])
const active = (await client.listUsers({ filter: 'active eq true', count: 0 })).users
assert.equal(active.totalResults, users.filter((user) => user.active).length, 'number of active users')

const sorted = (await client.listUsers({ sortBy: 'userName', sortOrder: 'DESCENDING', count: 3 })).users.resources
const names = users.map((user) => user.userName.toUpperCase()).sort().reverse()
assert.deepEqual(sorted.map((user) => user.userName.toUpperCase()), names.slice(0, 3), 'the last three by name')
const searched = (await client.searchUsers({
  userSearchRequest: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'], filter: `userName sw "${someone.userName}"`, attributes: ['userName'], count: 10,
  },
})).users
assert.ok(searched.resources.some((user) => user.id === someone.id), 'a search by POST finds the user')

await assert.rejects(client.getUser({ userId: 'nobody' }), (error) => error.statusCode === 404)
console.log(`Oracle's client read ${users.length} users and ${groups.length} groups.`)
