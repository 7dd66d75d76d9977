"""What every screen looks like, in every look: walked to, kept as text, compared, and drawn to be looked at.

looks      the colours a screen can be seen in
picture    one look at one screen: signs and their inks; what changed between two
kept       all looks of one place in a window of one size, as a text that a reviewer can read
walks      every place, and the keys that lead there
drawing    a picture as SVG
sheet      all of them on one page (`make pictures`)
"""
