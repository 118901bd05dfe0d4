using Cradle.Primitives;

namespace Cradle.Demography.Population;

/// <summary>One thing for each sex.</summary>
/// <typeparam name="T">The thing, for example a column of ages or a table of years and ages.</typeparam>
/// <param name="Male">That of males.</param>
/// <param name="Female">That of females.</param>
public sealed record BySex<T>(T Male, T Female)
{
    /// <summary>That of the given sex.</summary>
    /// <param name="sex">The sex.</param>
    public T this[Sex sex] => sex == Sex.Male ? Male : Female;

    /// <summary>Something made of each.</summary>
    /// <typeparam name="TResult">What is made.</typeparam>
    /// <param name="make">Makes it from one sex's.</param>
    public BySex<TResult> Select<TResult>(Func<T, TResult> make) => new(make(Male), make(Female));
}

/// <summary>Makes pairs by sex.</summary>
public static class BySex
{
    /// <summary>Male, then female: the order of every file the library writes.</summary>
    public static IReadOnlyList<Sex> Order { get; } = [Sex.Male, Sex.Female];

    /// <summary>Makes one for each sex.</summary>
    /// <typeparam name="T">The thing.</typeparam>
    /// <param name="make">Makes that of one sex.</param>
    public static BySex<T> Of<T>(Func<Sex, T> make) => new(make(Sex.Male), make(Sex.Female));
}
