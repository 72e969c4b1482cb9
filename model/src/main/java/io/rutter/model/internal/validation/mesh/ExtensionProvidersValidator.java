// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.model.internal.validation.mesh;

import static io.rutter.model.internal.collect.ImmutableCollectors.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.rutter.model.ConfigKey;
import io.rutter.model.internal.validation.Findings;
import io.rutter.model.mesh.MeshConfig;
import io.rutter.model.mesh.provider.ExtensionProvider;
import io.rutter.model.problem.Problem;
import io.rutter.model.problem.ProblemCode;
import io.rutter.model.problem.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the list of {@link ExtensionProvider}s. As in istiod, problems are only warnings, because
 * an unused provider has no effect; a provider that Envoy would reject is left out.
 */
public final class ExtensionProvidersValidator {
  private ExtensionProvidersValidator() {}

  static void validate(List<ExtensionProvider> providers, Findings at) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < providers.size(); i++) {
      ExtensionProvider provider = providers.get(i);
      Findings here = at.at(i);
      if (provider.name().isEmpty()) {
        here.at("name").warn(ProblemCode.INVALID_VALUE, "name: \"\" (expected: not empty)");
      } else if (!names.add(provider.name())) {
        here.at("name")
            .warn(
                ProblemCode.INVALID_VALUE,
                "name: \""
                    + provider.name()
                    + "\" (expected: each once; the first counts, of those that policies ask the"
                    + " last)");
      }
      ExtensionProviderValidator.validate(
          provider,
          new Findings(
              here.object(),
              here.path(),
              problem ->
                  here.sink()
                      .report(problem.severity() == Severity.ERROR ? leftOut(problem) : problem)));
    }
  }

  private static Problem leftOut(Problem problem) {
    return problem.toBuilder()
        .severity(Severity.WARNING)
        .message(problem.message() + "; the provider is left out")
        .build();
  }

  /**
   * The settings without the providers that Envoy would reject; the same object if there are none.
   */
  public static MeshConfig withoutWrong(MeshConfig mesh) {
    ImmutableList<ExtensionProvider> right =
        mesh.extensionProviders().stream()
            .filter(ExtensionProvidersValidator::isRight)
            .collect(toImmutableList());
    return right.size() == mesh.extensionProviders().size()
        ? mesh
        : mesh.toBuilder().extensionProviders(right).build();
  }

  private static boolean isRight(ExtensionProvider provider) {
    List<Problem> found = new ArrayList<>();
    ExtensionProviderValidator.validate(
        provider, new Findings(ConfigKey.MESH_CONFIG, "", found::add));
    return found.stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
