// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rutter.model.MeshSnapshot;
import io.rutter.model.ObjectMeta;
import io.rutter.model.problem.Problem;
import io.rutter.model.security.AuthorizationAction;
import io.rutter.model.security.AuthorizationPolicy;
import io.rutter.model.security.AuthorizationProvider;
import io.rutter.model.security.AuthorizationRule;
import io.rutter.model.security.Condition;
import io.rutter.model.security.JwtRule;
import io.rutter.model.security.Operation;
import io.rutter.model.security.RequestAuthentication;
import io.rutter.model.security.Source;
import io.rutter.model.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Policies that are built in code. All rules are shown by the documents of {@code
 * testdata/src/test/resources/validation}.
 */
class AuthorizationPolicyValidatorTest {
  private static final AuthorizationPolicy.Builder POLICY =
      AuthorizationPolicy.builder().metadata(ObjectMeta.of("shop", "policy"));

  private static List<String> problems(AuthorizationPolicy policy) {
    return Validator.validate(policy).stream()
        .map(problem -> problem.path() + ": " + problem.code().id())
        .toList();
  }

  @Test
  void nothingIsSaidOfAPolicyThatIsRight() {
    assertThat(problems(POLICY.build())).isEmpty();
    assertThat(
            problems(
                POLICY.build().toBuilder()
                    .action(AuthorizationAction.CUSTOM)
                    .provider(AuthorizationProvider.builder().name("ext").build())
                    .rules(AuthorizationRule.builder().build())
                    .build()))
        .isEmpty();
  }

  @Test
  void allProblemsAtOnce() {
    AuthorizationPolicy policy =
        POLICY.build().toBuilder()
            .action(AuthorizationAction.DENY)
            .rules(
                AuthorizationRule.builder()
                    .from(Source.builder().build())
                    .to(Operation.builder().methods("").build())
                    .when(Condition.builder().key("a").values("b").build())
                    .build())
            .build();
    assertThat(problems(policy))
        .containsExactly(
            "spec.rules[0].from[0].source: missing-field",
            "spec.rules[0].to[0].operation.methods[0]: invalid-value",
            "spec.rules[0].when[0].key: invalid-value",
            "spec.rules[0]: denies-tcp");
  }

  @Test
  void dryRunIsOnlyForPolicies() {
    ObjectMeta dry =
        ObjectMeta.of("shop", "a").toBuilder()
            .annotations(Map.of("istio.io/dry-run", "true"))
            .build();
    assertThat(problems(POLICY.build().toBuilder().metadata(dry).build())).isEmpty();
    assertThat(Validator.validate(RequestAuthentication.builder().metadata(dry).build()))
        .extracting(Problem::path)
        .containsExactly("metadata.annotations[\"istio.io/dry-run\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "source.ip, SOURCE_IP",
    "request.headers[a], REQUEST_HEADERS",
    "request.auth.claims[a][b], REQUEST_AUTH_CLAIMS",
    "experimental.envoy.filters.a[b], EXPERIMENTAL_ENVOY_FILTERS",
  })
  void attributes(String key, ConditionAttribute attribute) {
    assertThat(ConditionAttribute.of(key)).isEqualTo(Optional.of(attribute));
  }

  @ParameterizedTest
  @CsvSource({
    "source.ip[a]",
    "request.headers",
    "request.headers[]",
    "request.headersa[b]",
    "request.headers[a]b",
    "experimental.envoy.filters.a",
    "experimental.envoy.filters[a]",
    "SOURCE.IP"
  })
  void noAttributes(String key) {
    assertThat(ConditionAttribute.of(key)).isEmpty();
  }

  @Test
  void objectsInErrorTakeNoPart() {
    MeshSnapshot mesh =
        MeshSnapshot.builder()
            .addAuthorizationPolicy(POLICY.build())
            .addAuthorizationPolicy(
                AuthorizationPolicy.builder()
                    .metadata(ObjectMeta.of("shop", "wrong"))
                    .action(AuthorizationAction.DENY)
                    .build())
            .addRequestAuthentication(
                RequestAuthentication.builder()
                    .metadata(ObjectMeta.of("shop", "wrong"))
                    .jwtRules(JwtRule.builder().build())
                    .build())
            .build();
    MeshSnapshot valid = Validator.validate(mesh).snapshot();
    assertThat(valid.authorizationPolicies()).containsExactly(POLICY.build());
    assertThat(valid.requestAuthentications()).isEmpty();
  }
}
