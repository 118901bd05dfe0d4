namespace Cradle.Linkage.Models;

/// <summary>One pass of blocking: records are compared when they agree on every part.</summary>
/// <param name="Parts">What must agree, each written <c>field</c> or <c>field:form</c> (see <see cref="KeyForm"/>).</param>
public sealed record BlockingPass(IReadOnlyList<KeyPart> Parts)
{
    /// <summary>The pass as models and reports write it: <c>name:sound + birth_date</c>.</summary>
    public override string ToString() => string.Join(" + ", Parts);
}

/// <summary>One part of a blocking key.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Form">Which form of its value must agree.</param>
public sealed record KeyPart(string Field, KeyForm Form = KeyForm.Value)
{
    /// <summary>The part as models write it.</summary>
    public override string ToString() => Form == KeyForm.Value ? Field : $"{Field}:{Form.ToString().ToLowerInvariant()}";
}

/// <summary>The forms of a value that a blocking key can use.</summary>
public enum KeyForm
{
    /// <summary>The whole normalised value.</summary>
    Value,

    /// <summary>The sound of a name: syllables for Chinese characters, consonants for letters.</summary>
    Sound,

    /// <summary>The surname of a whole name, the year of a date, the street of an address, the first letters of a text.</summary>
    Start,
}
