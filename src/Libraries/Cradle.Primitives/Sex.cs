namespace Cradle.Primitives;

/// <summary>Sex as registered (GB/T 2261.1).</summary>
public enum Sex
{
    /// <summary>Male, code 1.</summary>
    Male = 1,

    /// <summary>Female, code 2.</summary>
    Female = 2,
}
