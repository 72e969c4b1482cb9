// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.yaml.internal.node;

/** Which spellings of a field's name an object takes. */
public enum FieldNames {
  /** Protobuf's JSON form: {@code connectTimeout} and {@code connect_timeout}. */
  PROTOBUF {
    @Override
    String canonical(String key) {
      return key.indexOf('_') < 0 ? key : camelCase(key);
    }
  },
  /** Only the name itself: Kubernetes' own kinds. */
  EXACT {
    @Override
    String canonical(String key) {
      return key;
    }
  };

  /** The name of the field that the key stands for. */
  abstract String canonical(String key);

  private static String camelCase(String key) {
    StringBuilder name = new StringBuilder(key.length());
    boolean upper = false;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        name.append(upper && c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        upper = false;
      }
    }
    return name.toString();
  }
}
