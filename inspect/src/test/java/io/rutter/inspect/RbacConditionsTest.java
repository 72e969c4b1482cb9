// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions of RBAC that other software writes. */
class RbacConditionsTest {
  private static final String TEMPLATE =
      "type.googleapis.com/envoy.extensions.path.match.uri_template.v3.UriTemplateMatchConfig";

  /** Allows what one permission and one principal take. */
  private static Simulator allowing(String permission, String principal) {
    return Envoys.ofHttp(
        """
        httpFilters: [{name: f, typedConfig: {
          "@type": "type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC",
          rules: {policies: {p: {permissions: [%s], principals: [%s]}}}}}],
        """
            .formatted(permission, principal),
        "{name: v, domains: [\"*\"], routes: [" + Envoys.rest() + "]}");
  }

  private static boolean allows(String permission, String url) {
    return allowing(permission, "{any: true}").call(url).access() == Access.ALLOWED;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{any: true} | true",
        "{notRule: {any: true}} | false",
        "{andRules: {rules: [{any: true}, {destinationPort: 80}]}} | true",
        "{andRules: {rules: [{destinationPort: 81}, {any: true}]}} | false",
        "{orRules: {rules: [{destinationPort: 81}, {destinationPort: 80}]}} | true",
        "{orRules: {rules: [{destinationPort: 81}, {destinationPort: 82}]}} | false",
        "{destinationPortRange: {start: 80, end: 81}} | true",
        "{destinationPortRange: {start: 81, end: 90}} | false",
        "{header: {name: ':path', stringMatch: {exact: '/a?b=c'}}} | true",
        "{header: {name: x, stringMatch: {exact: a}, invertMatch: true}} | false",
        "{header: {name: x, presentMatch: false}} | true",
        "{urlPath: {path: {safeRegex: {regex: '/[a-z]'}}}} | true",
        "{urlPath: {path: {safeRegex: {regex: '[a-z]'}}}} | false",
        "{urlPath: {path: {exact: '/A', ignoreCase: true}}} | true",
        "{metadata: {filter: f, path: [{key: k}], value: {presentMatch: true}}} | false",
        "{metadata: {filter: f, path: [{key: k}], value: {presentMatch: true}, invert: true}} | true",
        "{requestedServerName: {exact: ''}} | true",
      })
  void whatIsAskedFor(String permission, boolean allowed) {
    assertThat(allows(permission, "http://web/a?b=c")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/{b}, /a/x, true",
    "/a/{b}, /a/, false",
    "/a/{b=*}/c, /a/x/c, true",
    "/a/{b=x/**}, /a/x/y/z, true",
    "/a/{b=x/**}, /a/y/z, false",
    "/a/*.html, /a/x.html, true",
    "/a/*.html, /a/x.htm, false",
  })
  void templatesOfPaths(String template, String path, boolean allowed) {
    String permission =
        "{uriTemplate: {name: t, typedConfig: {\"@type\": \""
            + TEMPLATE
            + "\", pathTemplate: \""
            + template
            + "\"}}}";

    assertThat(allows(permission, "http://web" + path)).isEqualTo(allowed);
  }

  @Test
  void ofMetadataThatTheCallHas() {
    Simulator simulator =
        allowing(
            "{any: true}",
            "{sourcedMetadata: {metadataMatcher: {filter: f, path: [{key: k}], value: {orMatch:"
                + " {valueMatchers: [{listMatch: {oneOf: {stringMatch: {exact: a}}}},"
                + " {stringMatch: {exact: a}}]}}}}}");
    CallResult result = simulator.call("http://web/");

    assertThat(result.access()).isEqualTo(Access.DENIED);
    assertThat(result.explanation().get(result.explanation().size() - 1).rejected())
        .containsExactly(new RejectedCandidate("p", "metadata f[k] exact \"a\": missing"));
  }

  @Test
  void whatIsUnknownNeverHolds() {
    CallResult result =
        allowing("{any: true}", "{filterState: {key: k, stringMatch: {prefix: ''}}}")
            .call("http://web/");

    assertThat(result.explanation().get(result.explanation().size() - 1).rejected())
        .containsExactly(new RejectedCandidate("p", "filter_state k: unknown to the simulator"));
  }

  @Test
  void neitherDoesItsOpposite() {
    String unknown = "{filterState: {key: k, stringMatch: {prefix: ''}}}";

    assertThat(accessOf("{notId: " + unknown + "}")).isEqualTo(Access.DENIED);
    assertThat(accessOf("{notId: {andIds: {ids: [{any: true}, " + unknown + "]}}}"))
        .isEqualTo(Access.DENIED);
    assertThat(accessOf("{notId: {andIds: {ids: [" + unknown + ", {notId: {any: true}}]}}}"))
        .isEqualTo(Access.ALLOWED);
    assertThat(accessOf("{notId: {orIds: {ids: [{notId: {any: true}}, " + unknown + "]}}}"))
        .isEqualTo(Access.DENIED);
    assertThat(accessOf("{orIds: {ids: [" + unknown + ", {any: true}]}}"))
        .isEqualTo(Access.ALLOWED);
  }

  private static Access accessOf(String principal) {
    return allowing("{any: true}", principal).call("http://web/").access();
  }

  @Test
  void aPolicyOfAnotherFormHasItsOwnName() {
    CallResult result = allowing("{notRule: {any: true}}", "{any: true}").call("http://web/");

    assertThat(result.denial().orElseThrow().rules()).isEmpty();
    assertThat(result.explanation().get(result.explanation().size() - 1).rejected())
        .containsExactly(new RejectedCandidate("p", "not anything"));
  }
}
