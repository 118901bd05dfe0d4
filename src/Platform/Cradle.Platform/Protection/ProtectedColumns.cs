using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cradle.Platform.Protection;

/// <summary>How mappings say that a column is protected, and how a rotation finds them all.</summary>
public static class ProtectedColumns
{
    private const string FieldName = "Cradle:Field";
    private const string FieldKindName = "Cradle:FieldKind";
    private const string IndexName = "Cradle:FieldIndex";

    /// <summary>Maps a protected field of an entity whose key is one <see cref="Guid"/>.</summary>
    /// <param name="builder">The entity.</param>
    /// <param name="value">The sealed value.</param>
    /// <param name="field">What it is.</param>
    /// <param name="index">The property that it is found by, if it is looked for; indexed here.</param>
    public static void HasProtected<TEntity>(this EntityTypeBuilder<TEntity> builder, Expression<Func<TEntity, Sealed?>> value, ProtectedField field, Expression<Func<TEntity, byte[]?>>? index = null)
        where TEntity : class
    {
        var property = builder.Property(value).HasConversion(sealedValue => sealedValue!.Bytes, bytes => new Sealed(bytes));
        property.HasAnnotation(FieldName, field.Name).HasAnnotation(FieldKindName, field.Kind.ToString());
        if (index is not null)
        {
            var indexed = builder.Property(index);
            property.HasAnnotation(IndexName, indexed.Metadata.Name);
            builder.HasIndex(indexed.Metadata.Name);
        }
    }

    /// <summary>Every protected column of the model.</summary>
    internal static IEnumerable<ProtectedColumn> Of(IModel model) =>
        from entity in model.GetEntityTypes()
        from property in entity.GetProperties()
        let name = (string?)property.FindAnnotation(FieldName)?.Value
        where name is not null
        let field = new ProtectedField(name, Enum.Parse<FieldKind>((string)property.FindAnnotation(FieldKindName)!.Value!))
        let index = (string?)property.FindAnnotation(IndexName)?.Value
        select new ProtectedColumn(
            entity.GetTableName()!, entity.FindPrimaryKey()!.Properties.Single().GetColumnName(), property.GetColumnName(),
            index is null ? null : entity.FindProperty(index)!.GetColumnName(), field);
}

/// <summary>A protected column in the database.</summary>
internal sealed record ProtectedColumn(string Table, string Key, string Column, string? Index, ProtectedField Field);
