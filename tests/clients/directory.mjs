// What any client must find in the demo directory, whatever it calls things itself.
import assert from 'node:assert/strict'

// What failed is enough to read; these clients' errors carry the whole connection along.
process.on('uncaughtException', (error) => {
  console.error(error.message)
  process.exit(1)
})

/** The server under test and what is known of it; set by the script "run". */
export const server = {
  address: required('SCIMBRIDGE_ADDRESS'),
  token: required('SCIMBRIDGE_TOKEN'),
  people: Number(required('SCIMBRIDGE_PEOPLE')),
}

function required(name) {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run tests/clients/run.`)
  return value
}

/** Reads every page as Okta and most others do: by startIndex, until the total is there. */
export async function readAll(readPage, count = 100) {
  const all = []
  for (let total = 1; all.length < total; ) {
    const page = await readPage(all.length + 1, count)
    assert.equal(typeof page.totalResults, 'number', 'totalResults is a number')
    assert.equal(page.startIndex, all.length + 1, 'startIndex is the one that was asked for')
    assert.equal(page.itemsPerPage, page.resources.length, 'itemsPerPage counts the resources')
    assert.ok(page.resources.length > 0, `the page from ${page.startIndex} of ${page.totalResults} is empty`)
    total = page.totalResults
    all.push(...page.resources)
  }

  return all
}

/** Checks that these are the demo's people, each once and with what every one of them has. */
export function checkUsers(users) {
  assert.equal(users.length, server.people, 'number of users')
  assertUnique(users, 'id')
  assertUnique(users, 'externalId')
  assertUnique(users, 'userName')
  for (const user of users) {
    assert.match(user.id, /^[0-9a-f-]{36}$/)
    assert.ok(user.schemas.includes('urn:ietf:params:scim:schemas:core:2.0:User'), `${user.id} has the core schema`)
    assert.equal(user.meta.resourceType, 'User')
    assert.equal(user.meta.location, `${server.address}/scim/v2/Users/${user.id}`)
    assert.equal(typeof user.active, 'boolean')
    assert.ok(user.displayName, `${user.id} has a name to show`)
    assert.ok((user.emails ?? []).filter((email) => email.primary).length <= 1, `${user.id} has at most one primary address`)
  }

  const active = users.filter((user) => user.active).length
  assert.ok(active > server.people / 2 && active < server.people, `most people are active and some are not: ${active}`)
}

/** Checks that every group is there once and that groups and users tell the same memberships. */
export function checkGroups(groups, users) {
  assert.ok(groups.length > 10, `number of groups: ${groups.length}`)
  assertUnique(groups, 'id')
  assertUnique(groups, 'displayName')
  const fromGroups = groups.flatMap((group) => (group.members ?? []).map((member) => `${member.value} in ${group.id}`))
  const fromUsers = users.flatMap((user) => (user.groups ?? []).map((group) => `${user.id} in ${group.value}`))
  assert.ok(fromGroups.length > server.people / 2, `number of memberships: ${fromGroups.length}`)
  assert.deepEqual(fromGroups.sort(), fromUsers.sort(), 'memberships as groups and as users tell them')
}

function assertUnique(resources, attribute) {
  const values = new Set(resources.map((resource) => resource[attribute]))
  assert.ok(!values.has(undefined), `every resource has ${attribute}`)
  assert.equal(values.size, resources.length, `every ${attribute} is there once`)
}
