using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cradle.Platform.Audit;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Protection;
using Cradle.Tests;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cradle.Modules.Tests.Whole;

/// <summary>Every code that the product can write into the audit log, found in the model, the tables of moves, the protected fields and the source.</summary>
internal static partial class LoggedCodes
{
    private static readonly IReadOnlyList<string> Sources = [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !IsOfABenchmark(file)).Select(File.ReadAllText)];

    private static readonly IReadOnlyList<Type> Types = [.. AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.GetName().Name is { } name && name.StartsWith("Cradle.", StringComparison.Ordinal) && !name.EndsWith(".Tests", StringComparison.Ordinal)).SelectMany(assembly => assembly.GetTypes())];

    /// <summary>Kinds of records: of entities with a history, and those that the source names.</summary>
    public static IEnumerable<string> Kinds(IModel model) =>
        model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IAudited))).Select(entity => ((IAudited)RuntimeHelpers.GetUninitializedObject(entity.ClrType)).AuditSubject.Type)
            .Concat(Sources.SelectMany(source => SubjectLiteral().Matches(source)).Select(match => match.Groups[1].Value + match.Groups[2].Value)).Distinct();

    /// <summary>Every lifecycle of the product.</summary>
    public static IEnumerable<ILifecycle> Lifecycles() => Statics<ILifecycle>();

    /// <summary>Moves of lifecycles.</summary>
    public static IEnumerable<string> Moves() => Lifecycles().SelectMany(lifecycle => lifecycle.Rows).Select(row => row.Action).Distinct();

    /// <summary>Acts that are no moves: what stands in a call of Record, or of a method that hands a name on to it.</summary>
    public static IEnumerable<string> Acts() => Sources.SelectMany(source => RecordCall().Matches(source).SelectMany(call => ActsOf(source, call.Groups[1].Value.Trim()))).Distinct();

    /// <summary>Processes that begin without a permission.</summary>
    public static IEnumerable<string> Processes() => Sources.SelectMany(source => ProcessLiteral().Matches(source)).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>Fields that can be shown in full.</summary>
    public static IEnumerable<string> Fields() => Statics<ProtectedField>().Select(field => field.Name)
        .Concat(Sources.SelectMany(source => FieldsLiteral().Matches(source)).SelectMany(match => match.Groups[1].Value.Split(", "))).Distinct();

    private static IEnumerable<string> ActsOf(string source, string argument)
    {
        if (argument == "action.ToString()")
            return [];   // a move
        var literals = Literal().Matches(argument).Select(match => match.Groups[1].Value).ToList();
        if (literals.Count > 0)
            return literals;
        var name = argument[(argument.LastIndexOf('.') + 1)..];
        if (Sources.SelectMany(text => Regex.Matches(text, $"const string {name} = \"([^\"]+)\"")).Select(match => match.Groups[1].Value).ToList() is { Count: > 0 } constants)
            return constants;
        var handedOn = Regex.Matches(source, $@"(\w+)(?:<\w+>)?\([^()]*string {name}\b").Select(match => match.Groups[1].Value).Distinct().ToList();
        var acts = handedOn.SelectMany(method => Regex.Matches(source, $@"\b{method}\([^;]*?;")).SelectMany(call => Literal().Matches(call.Value)).Select(match => match.Groups[1].Value).ToList();
        return acts.Count > 0 ? acts : throw new Xunit.Sdk.XunitException($"What '{argument}' is in a call of Record cannot be told: write a literal, a constant, or hand it on in a parameter.");
    }

    private static IEnumerable<T> Statics<T>() => Types.Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)).Select(member => member switch
    {
        FieldInfo field when field.FieldType.IsAssignableTo(typeof(T)) => field.GetValue(null),
        PropertyInfo property when property.PropertyType.IsAssignableTo(typeof(T)) => property.GetValue(null),
        _ => null,
    }).OfType<T>();

    // Their databases are thrown away when they end.
    private static bool IsOfABenchmark(string file) => file.Contains("/Benchmarks/", StringComparison.Ordinal) || file.EndsWith("LedgerSite.cs", StringComparison.Ordinal);

    [GeneratedRegex("new AuditSubject\\(\"([a-z-]+)\"|const string SubjectType(?:Name)? = \"([a-z-]+)\"")]
    private static partial Regex SubjectLiteral();

    [GeneratedRegex(@"\b[aA]udit\.Record\(([^,]+)[,)]")]
    private static partial Regex RecordCall();

    [GeneratedRegex("Process = \"([a-z.-]+)\"")]
    private static partial Regex ProcessLiteral();

    [GeneratedRegex("fields? = \"([^\"]+)\"")]
    private static partial Regex FieldsLiteral();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Literal();
}
