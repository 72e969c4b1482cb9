// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.testdata.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rutter.inspect.calltest.CallTestLoader;
import io.rutter.inspect.calltest.CallTests;
import io.rutter.yaml.LoadResult;
import io.rutter.yaml.YamlLoader;
import io.rutter.yaml.YamlSource;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Tag;

/** Reads any bytes as a mesh and as call tests; each error has a place in the text. */
@Tag("fuzz")
class LoaderFuzzTest {
  @DictionaryFile(resourcePath = "/fuzz/dictionary.txt")
  @FuzzTest
  void loads(byte[] bytes) {
    LoadResult mesh =
        YamlLoader.create().load(YamlSource.stream("fuzz", new ByteArrayInputStream(bytes)));
    Printed.check(mesh.problems());
    CallTests tests =
        CallTestLoader.load(List.of(YamlSource.stream("fuzz", new ByteArrayInputStream(bytes))));
    Printed.check(tests.problems());
  }
}
