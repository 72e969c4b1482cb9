// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class GoldenCaseTest {
  private static final String INPUT =
      """
      # Nothing.
      {apiVersion: rutter.io/v1, kind: Proxy, metadata: {name: client, namespace: shop},
       spec: {type: sidecar, ipAddresses: [10.0.0.9]}}
      """;

  private final Path temp;
  private final Path root;
  private final Path folder;

  GoldenCaseTest(@TempDir Path temp) throws IOException {
    this.temp = temp;
    root = temp.resolve("cases");
    folder = Files.createDirectories(root.resolve("group/one"));
    Files.writeString(folder.resolve("input.yaml"), INPUT);
  }

  @Test
  void updateWritesWhatVerifyThenAccepts() throws IOException {
    open(true).get(0).verify();

    assertThat(folder.resolve("routes.yaml")).hasContent("client.shop: []");
    assertThat(root.resolve("cases.txt")).doesNotExist();
    open(false).get(0).verify();
  }

  @Test
  void differenceIsShownAndActualFilesAreWritten() throws IOException {
    open(true).get(0).verify();
    Files.writeString(folder.resolve("routes.yaml"), "a.b: []\n");

    GoldenCase golden = open(false).get(0);

    assertThatThrownBy(golden::verify)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("group/one (" + folder + "): not as expected: routes.yaml\n")
        .hasMessageContaining("--- group/one/routes.yaml (expected)")
        .hasMessageContaining("-a.b: []\n+client.shop: []")
        .hasMessageContaining("-Drutter.golden.case=group/one");
    assertThat(temp.resolve("actual/group/one/routes.yaml")).hasContent("client.shop: []");
  }

  @Test
  void folderWithoutInputFails() throws IOException {
    Files.createDirectories(root.resolve("group/two"));

    assertThatThrownBy(() -> open(true))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("two: holds no input (expected: a .yaml, .yml or .json file");
  }

  @Test
  void listMustAgreeWithFolders() throws IOException {
    Files.writeString(root.resolve("cases.txt"), "group/gone: Old.\n");

    assertThatThrownBy(() -> open(false))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("-group/gone: Old.\n+group/one: Nothing.");
  }

  @Test
  void listHasEachCaseWithWhatItShowsIfItSaysSo() throws IOException {
    Files.createFile(root.resolve("cases.txt"));
    Path two = Files.createDirectories(root.resolve("group/two"));
    Files.writeString(two.resolve("input.yaml"), "kind: Proxy\n");

    List<GoldenCase> cases = open(true);

    assertThat(root.resolve("cases.txt")).hasContent("group/one: Nothing.\ngroup/two:\n");
    assertThat(cases.get(1).description()).isEmpty();
    assertThat(open(true)).hasSize(2);
  }

  @Test
  void inputMustBeText() throws IOException {
    Files.write(folder.resolve("input.yaml"), new byte[] {'#', ' ', (byte) 0xff});

    assertThatThrownBy(() -> open(true)).hasMessageContaining("input.yaml: not UTF-8");
  }

  @Test
  void allThatIsWrongWithTheFoldersIsSaidAtOnce() throws IOException {
    Files.write(folder.resolve("input.yaml"), new byte[] {(byte) 0xff});
    Files.createDirectories(root.resolve("group/two"));

    assertThatThrownBy(() -> open(true))
        .hasMessageContaining("input.yaml: not UTF-8")
        .hasMessageContaining("two: holds no input (expected: a .yaml, .yml or .json file");
  }

  @Test
  void folderMustExist() {
    assertThatThrownBy(() -> GoldenFolder.open(GoldenRoot.of(temp.resolve("case")), settings(true)))
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("case: no such folder in ");
  }

  @Test
  void optionsThatMeanNothingFail() throws IOException {
    assertOptions("dualStack=yes", "dualStack: yes (expected: true or false)");
    assertOptions("dualstack=true", "dualstack is no option (expected: kinds, proxies, dualStack");
    assertOptions("kinds=", "kinds: none (expected: one of clusters, endpoints, ");
    assertOptions("kinds=route", "kinds: route (expected: clusters, endpoints, ");
    assertOptions("kinds=\\u00", "not a properties file");
    assertOptions("proxies=", "proxies: none (expected: NAME.NAMESPACE");
    assertOptions("proxies=edge.*", "proxies: edge.*: no such proxy (expected: client.shop, or");
  }

  @Test
  void allThatIsWrongWithTheOptionsIsSaidAtOnce() throws IOException {
    Files.writeString(folder.resolve("options.properties"), "kinds=a,b\nx=1\n");

    assertThatThrownBy(open(true).get(0)::verify)
        .hasMessageStartingWith("group/one (" + folder + "): ")
        .hasMessageContainingAll("kinds: a (", "kinds: b (", "x is no option");
  }

  @Test
  void aCaseIsAboutTheKindsAndProxiesThatItNames() throws IOException {
    Files.writeString(
        folder.resolve("edge.json"),
        "{\"apiVersion\": \"rutter.io/v1\", \"kind\": \"Proxy\", \"metadata\": {\"name\": \"edge\","
            + " \"namespace\": \"web\"}, \"spec\": {\"type\": \"gateway\", \"ipAddresses\":"
            + " [\"10.0.0.8\"]}}");
    Files.writeString(folder.resolve("options.properties"), "kinds=routes\nproxies=*.shop\n");

    open(true).get(0).verify();

    assertThat(folder.resolve("routes.yaml")).hasContent("client.shop: []");
    assertThat(folder)
        .isDirectoryNotContaining("glob:**/{clusters,endpoints,listeners}.yaml")
        .isDirectoryNotContaining("glob:**/problems.txt");
  }

  @Test
  void aMeshWithoutProxySaysWhatIsMissing() throws IOException {
    Files.writeString(folder.resolve("input.yaml"), "kind: Proxi\n");

    assertThatThrownBy(open(false).get(0)::verify)
        .hasMessageStartingWith("group/one (" + folder + "): no Proxy in the mesh")
        .hasMessageContaining("\nkind: Proxy\n")
        .hasMessageContaining("\ninput.yaml:1:");
    assertThat(folder.resolve("routes.yaml")).doesNotExist();
  }

  private void assertOptions(String text, String message) throws IOException {
    Files.writeString(folder.resolve("options.properties"), text);

    GoldenCase golden = open(true).get(0);

    assertThatThrownBy(golden::verify)
        .isInstanceOf(ExtensionConfigurationException.class)
        .hasMessageContaining("options.properties: " + message);
  }

  private List<GoldenCase> open(boolean update) {
    return GoldenFolder.open(GoldenRoot.of(root), settings(update));
  }

  private GoldenSettings settings(boolean update) {
    return new GoldenSettings(update, "", false, temp.resolve("actual"), line -> {});
  }
}
