// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nulls(String text) {
    assertThat(Scalars.resolve(text)).isEqualTo(ScalarValue.NULL);
  }

  @ParameterizedTest
  @CsvSource({"y,true", "on,true", "Yes,true", "TRUE,true", "n,false", "off,false", "No,false"})
  void booleansOfYaml11(String text, boolean expected) {
    assertThat(Scalars.resolve(text)).isEqualTo(new ScalarValue.Bool(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-7,-7",
    "+7,7",
    "0x10,16",
    "0b101,5",
    "010,8",
    "0o17,15",
    "1_000,1000",
    "08,8",
    "1e2,100",
    "5.50,5.50",
    ".5,0.5",
    "5.,5",
    "99999999999999999999,99999999999999999999"
  })
  void numbers(String text, String expected) {
    assertThat(Scalars.resolve(text).display()).isEqualTo(expected);
    assertThat(Scalars.resolve(text)).isInstanceOf(ScalarValue.Numeric.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:30", "2020-01-01", "1.5s", ".", "-", "+x", "nul", "truE", "1.2.3.4"})
  void texts(String text) {
    assertThat(Scalars.resolve(text)).isEqualTo(new ScalarValue.Text(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "-.Inf", ".NaN"})
  void whatNoJsonHas(String text) {
    assertThat(Scalars.resolve(text)).isInstanceOf(ScalarValue.NotFinite.class);
  }
}
