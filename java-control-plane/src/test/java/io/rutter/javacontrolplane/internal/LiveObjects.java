// Copyright The Rutter Authors
// SPDX-License-Identifier: Apache-2.0
package io.rutter.javacontrolplane.internal;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The objects that something refers to, after a garbage collection. Unlike the size of the heap it
 * does not depend on the collector and on what threads have set aside.
 *
 * @param instances of each class, by its name
 * @param bytes of all of them
 */
record LiveObjects(Map<String, Long> instances, long bytes) {
  /** The JVM fills gaps of the heap with arrays of integers. */
  private static final String FILLER = "[I";

  static LiveObjects now() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    Map<String, Long> instances = new HashMap<>();
    long bytes = 0;
    // A line is: number, instances, bytes, class, and its module if it has one.
    for (String line : histogram.split("\n", -1)) {
      String[] words = line.strip().split(" +", -1);
      if (words.length >= 4 && words[0].matches("\\d+:") && !words[3].equals(FILLER)) {
        instances.merge(words[3], Long.parseLong(words[1]), Long::sum);
        bytes += Long.parseLong(words[2]);
      }
    }
    return new LiveObjects(instances, bytes);
  }

  /** How many objects of this class there are. */
  long count(Class<?> type) {
    return instances.getOrDefault(type.getName(), 0L);
  }
}
