// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.docs;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page links to is there, headings too. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#: ]*)(?:#([^) ]+))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern NOT_OF_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

  @Test
  void filesAndHeadingsAreThere() {
    assertThat(Page.all())
        .hasSizeGreaterThan(10)
        .allSatisfy(
            page ->
                assertThat(LINK.matcher(page.text()).results())
                    .allSatisfy(
                        link -> {
                          Path file = target(page, link.group(1));
                          assertThat(Files.exists(file)).as(link.group()).isTrue();
                          if (link.group(2) != null) {
                            assertThat(anchors(file)).as(link.group()).contains(link.group(2));
                          }
                        }));
  }

  private static Path target(Page page, String link) {
    Path file = Page.root().resolve(page.name());
    return link.isEmpty() ? file : file.resolveSibling(link).normalize();
  }

  private static List<String> anchors(Path file) {
    return HEADING
        .matcher(Page.textOf(file))
        .results()
        .map(heading -> NOT_OF_ANCHORS.matcher(heading.group(1).toLowerCase(ROOT)).replaceAll(""))
        .map(heading -> heading.replace(' ', '-'))
        .toList();
  }
}
