using Cradle.Linkage.Models;
using Cradle.Linkage.Normalisation;

namespace Cradle.Linkage.Reading;

/// <summary>A column of a register from which a field is read.</summary>
/// <param name="Index">Where the column stands in the register.</param>
/// <param name="IsChildsName">Whether it holds the child's name, of which only the mother's in a placeholder (王芳之女) is of the field.</param>
internal readonly record struct FieldColumn(int Index, bool IsChildsName)
{
    /// <summary>Characters that a name is read to.</summary>
    public const int LongestName = 40;

    /// <summary>For each field of a model its columns in a register; several columns for one field are tried in order.</summary>
    public static FieldColumn[][] Of(LinkageModel model, RegisterFile file)
    {
        var header = file.Header.ToList();
        var names = model.Fields.Where(field => field.Kind == FieldKind.PersonName).SelectMany(field => field.Columns).ToHashSet(StringComparer.Ordinal);
        return [.. model.Fields.Select(field => field.Columns.Where(header.Contains)
            .Select(name => new FieldColumn(header.IndexOf(name), field.Kind == FieldKind.ParentName && names.Contains(name))).ToArray())];
    }

    /// <summary>What a cell says about the field; empty for nothing.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="buffer">Room for <see cref="LongestName"/> characters.</param>
    public ReadOnlySpan<char> Value(ReadOnlySpan<char> cell, Span<char> buffer) =>
        IsChildsName ? PlaceholderName.MotherIn(TextForm.Normalise(cell, buffer)) : cell.Trim();
}
