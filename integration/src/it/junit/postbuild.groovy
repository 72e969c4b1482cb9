// What the builds say, in their order, and what the reports of the last one name.
def log = new File(basedir, 'build.log').text
def at = 0
for (said in [
    'client (src/test/golden/client): a new case; nothing is written where the environment variable CI is set',
    'with-maps (src/test/golden/with-maps): a new case; nothing is written',
    'client (src/test/golden/client): a new case; created 2 files: endpoints.yaml, routes.yaml.',
    'with-maps (src/test/golden/with-maps): a new case; created 4 files: clusters.yaml, endpoints.yaml,',
    'Tests run: 4, Failures: 0, Errors: 0, Skipped: 0',
    'Tests run: 4, Failures: 0, Errors: 0, Skipped: 0',
    'Tests run: 4, Failures: 0, Errors: 0, Skipped: 0']) {
  at = log.indexOf(said, at)
  assert at >= 0 : "not said, or not then: $said"
  at += said.length()
}
assert new File(basedir, 'src/test/golden/client/routes.yaml').text.contains('outbound|80|v2|reviews.shop')
assert new File(basedir, 'src/test/golden/with-maps/clusters.yaml').text.contains('outbound|80||maps.test')
def report = new File(basedir, 'target/surefire-reports/TEST-io.rutter.integration.junit.MeshTest.xml').text
for (name in ['client', 'with-maps', 'testers get the new reviews', 'all others get the old ones']) {
  assert report.contains(" $name\"") : "not named in the report: $name"
}
