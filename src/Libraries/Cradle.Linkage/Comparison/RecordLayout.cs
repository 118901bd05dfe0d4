using Cradle.Linkage.Models;

namespace Cradle.Linkage.Comparison;

/// <summary>How a record of a model lies in memory: the slots of its fields one after the other, and the comparers that read them.</summary>
public sealed class RecordLayout
{
    /// <summary>Bits that the level of one field takes in a pattern.</summary>
    public const int BitsPerField = 3;

    private const ulong LevelMask = (1 << BitsPerField) - 1;
    private const int MostFields = 64 / BitsPerField;

    private readonly FieldComparer[] comparers;

    /// <summary>The layout of a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ModelException">It has no field, or more than 21.</exception>
    public RecordLayout(LinkageModel model)
    {
        if (model.Fields.Count is 0 or > MostFields)
        {
            throw new ModelException($"A model has 1 to {MostFields} fields, this has {model.Fields.Count}; leave out the least telling.");
        }

        Model = model;
        comparers = [.. model.Fields.Select(Create)];
        foreach (var comparer in comparers)
        {
            comparer.Offset = Stride;
            Stride += comparer.SlotCount;
        }

        if (Find(FieldKind.GivenName) is TextComparer given && Find(FieldKind.Surname) is TextComparer surname)
        {
            (given.Other, surname.Other) = (surname, given);
        }

        OwnId = Find(FieldKind.ResidentId) as ResidentIdComparer;
    }

    /// <summary>The model.</summary>
    public LinkageModel Model { get; }

    /// <summary>Slots of a record.</summary>
    public int Stride { get; }

    /// <summary>The comparers, in the order of the model's fields.</summary>
    public IReadOnlyList<FieldComparer> Comparers => comparers;

    internal ResidentIdComparer? OwnId { get; }

    /// <summary>The level of one field in a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="field">Number of the field in the model.</param>
    public static int LevelOf(ulong pattern, int field) => (int)(pattern >> (field * BitsPerField) & LevelMask);

    /// <summary>Compares two records in every field.</summary>
    /// <param name="a">Row of the first record.</param>
    /// <param name="b">Row of the second record.</param>
    /// <returns>The levels of all fields, <see cref="BitsPerField"/> bits each, the first field lowest.</returns>
    public ulong PatternOf(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        ulong pattern = 0;
        for (var i = 0; i < comparers.Length; i++)
        {
            pattern |= (ulong)comparers[i].Compare(a, b) << (i * BitsPerField);
        }

        return pattern;
    }

    /// <summary>Whether a pattern says that the two records cannot be one person.</summary>
    /// <param name="pattern">The pattern.</param>
    public bool IsVetoed(ulong pattern)
    {
        for (var i = 0; i < comparers.Length; i++)
        {
            if (comparers[i].Veto == LevelOf(pattern, i) && comparers[i].Veto >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The valid identity number of a record, 0 where it has none.</summary>
    internal long ValidId(ReadOnlySpan<int> row) => OwnId?.ValidDigits(row) ?? 0;

    private FieldComparer? Find(FieldKind kind) => Array.Find(comparers, comparer => comparer.Field.Kind == kind);

    private static FieldComparer Create(FieldModel field) => field.Kind switch
    {
        FieldKind.ResidentId or FieldKind.ParentId => new ResidentIdComparer(field),
        FieldKind.PersonName or FieldKind.ParentName => new PersonNameComparer(field),
        FieldKind.BirthDate => new DateComparer(field),
        FieldKind.Sex or FieldKind.Category or FieldKind.Ordinal => new EqualComparer(field),
        FieldKind.Phone => new PhoneComparer(field),
        FieldKind.Address => new AddressComparer(field),
        FieldKind.Identifier or FieldKind.Code => new CodeComparer(field),
        FieldKind.GivenName or FieldKind.Surname or FieldKind.Text => new TextComparer(field),
        _ => throw new ModelException($"The field {field.Name} has a kind that is not known."),
    };
}
